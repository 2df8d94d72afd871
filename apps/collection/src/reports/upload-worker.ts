import { parentPort, workerData } from 'node:worker_threads'
import { uploadProblems } from './upload-problems.ts'

parentPort?.postMessage(uploadProblems(workerData))
