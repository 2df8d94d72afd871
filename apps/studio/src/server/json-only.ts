import * as z from 'zod'

/** The page's policy forbids code made at run time; zod shall not even try. */
z.config({ jitless: true })
