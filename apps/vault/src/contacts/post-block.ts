import { Block, BlockReceipt } from '@echolot/contract/mailings'
import { endpoint } from '@echolot/http'
import { notFound } from '@echolot/problem'
import { BY_ROLE_PROBLEMS, byRole } from '../access/by-role.ts'
import type { House } from '../house.ts'
import { blockPerson } from './block-person.ts'

/** Puts a person on the block list; no question asked. */
export const postBlock = endpoint({
  method: 'post',
  path: '/v1/blocks',
  summary: 'Never writes to this person again.',
  access: byRole('trust.clerk', 'trust.lead'),
  body: Block,
  problems: [...BY_ROLE_PROBLEMS, notFound],
  answer: BlockReceipt,
  run: async ({ body, caller }, house: House): Promise<BlockReceipt> => ({
    blocked: await blockPerson(house, { ...body, by: caller.id }),
  }),
})
