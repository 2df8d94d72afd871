import { useEffect, useState } from 'preact/hooks'
import { Heading } from '../app/heading.tsx'
import { useTelling } from '../app/telling.ts'

const SLOW_MS = 1_500

/** The moment in which the phone makes a key of the code, and the server answers it. */
export const DerivingPage = ({ step }: { readonly step: 'deriving' | 'opening' }) => {
  const { say } = useTelling()
  const [slow, setSlow] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), SLOW_MS)
    return () => clearTimeout(timer)
  }, [])
  return (
    <>
      <Heading>{say('deriving.title')}</Heading>
      <p role="status" class="working">
        {say(step === 'deriving' ? 'deriving.text' : 'deriving.open')}{' '}
        {slow && say('deriving.slow')}
      </p>
    </>
  )
}
