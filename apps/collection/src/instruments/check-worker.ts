import { parentPort, workerData } from 'node:worker_threads'
import type { Instrument } from '@echolot/instrument'
import { checkSurvey } from '@echolot/routing'

parentPort?.postMessage(checkSurvey(workerData as Instrument))
