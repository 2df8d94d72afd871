// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useEffect } from 'react'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import {
  Badge,
  Button,
  Card,
  Checkbox,
  Count,
  Dialog,
  EmptyState,
  Facts,
  FileField,
  Link,
  Notice,
  Page,
  Pager,
  PageShell,
  ProblemNotice,
  Progress,
  RadioGroup,
  Select,
  Table,
  Tabs,
  Textarea,
  TextField,
} from './index.ts'
import { axeFindings, renderUi, teachDialogs } from './testing.tsx'

beforeAll(teachDialogs)
afterEach(cleanup)

const ignore = () => undefined

describe('Field', () => {
  it('ties label, hint and error to the control', () => {
    renderUi(<TextField label="Ort" hint="wie im Ausweis" error="Bitte ausfüllen." required />)
    const input = screen.getByLabelText(/^Ort/)
    expect(input.getAttribute('aria-invalid')).toBe('true')
    expect(input.hasAttribute('required')).toBe(true)
    const described = (input.getAttribute('aria-describedby') ?? '').split(' ')
    expect(described.map((id) => document.getElementById(id)?.textContent)).toEqual([
      'wie im Ausweis',
      'Bitte ausfüllen.',
    ])
  })

  it('is not invalid without an error', () => {
    renderUi(<Textarea label="Notiz" />)
    const input = screen.getByLabelText('Notiz')
    expect(input.hasAttribute('aria-invalid')).toBe(false)
    expect(input.hasAttribute('aria-describedby')).toBe(false)
  })
})

describe('Button', () => {
  it('keeps focus but does nothing while pending', async () => {
    const onClick = vi.fn()
    renderUi(
      <Button pending onClick={onClick}>
        Sichern
      </Button>,
    )
    const button = screen.getByRole('button', { name: 'Sichern' })
    await userEvent.click(button)
    expect(onClick).not.toHaveBeenCalled()
    expect(document.activeElement).toBe(button)
    expect(button.getAttribute('aria-busy')).toBe('true')
  })
})

describe('Link', () => {
  it('is drawn by the anchor of the app', () => {
    renderUi(<Link href="/faelle">Fälle</Link>, {
      anchor: ({ href, ...rest }) => <a {...rest} href={`#routed${href}`} />,
    })
    expect(screen.getByRole('link', { name: 'Fälle' }).getAttribute('href')).toBe('#routed/faelle')
  })
})

describe('FileField', () => {
  it('hands over the chosen file and takes the same file again', async () => {
    const onFile = vi.fn()
    renderUi(<FileField label="Adressdatei" accept=".csv" onFile={onFile} />)
    const file = new File(['a;b'], 'adressen.csv', { type: 'text/csv' })
    await userEvent.upload(screen.getByLabelText('Adressdatei'), file)
    await userEvent.upload(screen.getByLabelText('Adressdatei'), file)
    expect(onFile.mock.calls).toEqual([[file], [file]])
  })
})

describe('RadioGroup', () => {
  it('names the group and reports the choice', async () => {
    const onChoose = vi.fn()
    renderUi(
      <RadioGroup
        label="Art"
        value="a"
        choices={[
          { value: 'a', text: 'Einladung' },
          { value: 'b', text: 'Erinnerung' },
        ]}
        onChoose={onChoose}
      />,
    )
    const group = screen.getByRole('group', { name: 'Art' })
    await userEvent.click(within(group).getByRole('radio', { name: 'Erinnerung' }))
    expect(onChoose).toHaveBeenCalledWith('b')
  })
})

describe('Table', () => {
  const rows = [
    { name: 'Zeta', n: 9 },
    { name: 'Älpha', n: 10 },
    { name: 'Beta', n: 2 },
  ]
  const names = () => screen.getAllByRole('rowheader').map((cell) => cell.textContent)
  const table = (
    <Table
      caption="Schichten"
      rows={rows}
      rowKey={(row) => row.name}
      columns={[
        {
          key: 'name',
          header: 'Name',
          cell: (row) => row.name,
          sortBy: (row) => row.name,
          heads: 'row',
        },
        { key: 'n', header: 'Anzahl', cell: (row) => row.n, sortBy: (row) => row.n, align: 'end' },
      ]}
    />
  )

  it('sorts words by the alphabet of the language and turns on the second press', async () => {
    renderUi(table)
    const button = screen.getByRole('button', { name: /^Name/ })
    await userEvent.click(button)
    expect(names()).toEqual(['Älpha', 'Beta', 'Zeta'])
    const header = screen.getByRole('columnheader', { name: /^Name/ })
    expect(header.getAttribute('aria-sort')).toBe('ascending')
    await userEvent.click(button)
    expect(names()).toEqual(['Zeta', 'Beta', 'Älpha'])
    expect(header.getAttribute('aria-sort')).toBe('descending')
  })

  it('sorts numbers as numbers', async () => {
    renderUi(table)
    await userEvent.click(screen.getByRole('button', { name: /^Anzahl/ }))
    expect(names()).toEqual(['Beta', 'Zeta', 'Älpha'])
  })

  it('says what is missing where there are no rows', () => {
    renderUi(<Table caption="Leer" rows={[]} rowKey={String} columns={[]} empty="Noch nichts." />)
    expect(screen.getByRole('table', { name: 'Leer' }).textContent).toContain('Noch nichts.')
  })
})

/** Writes down what its effects know. */
const Follower = ({
  name,
  at,
  now,
}: {
  readonly name: string
  readonly at: Record<string, string>
  readonly now: string
}) => {
  useEffect(() => {
    at[name] = now
  }, [at, name, now])
  return <p>{name}</p>
}

describe('Tabs', () => {
  const tabs = [
    { id: 'a', label: 'Eins', content: 'Erster Inhalt' },
    { id: 'b', label: 'Zwei', content: 'Zweiter Inhalt' },
    { id: 'c', label: 'Drei', content: 'Dritter Inhalt' },
  ]

  it('moves with arrows, Home and End, round the corner', async () => {
    renderUi(<Tabs label="Ansichten" tabs={tabs} />)
    await userEvent.tab()
    await userEvent.keyboard('{ArrowLeft}')
    expect(screen.getByRole('tabpanel', { name: 'Drei' }).textContent).toBe('Dritter Inhalt')
    await userEvent.keyboard('{Home}')
    expect(document.activeElement).toBe(screen.getByRole('tab', { name: 'Eins', selected: true }))
    await userEvent.keyboard('{End}')
    expect(document.activeElement).toBe(screen.getByRole('tab', { name: 'Drei', selected: true }))
  })

  it('begins what is kept when a pointer comes, and lets only what is awake go on out of sight', async () => {
    const at: Record<string, string> = {}
    const shown = (now: string) => (
      <Tabs
        label="Ansichten"
        tabs={[
          { id: 'a', label: 'Eins', content: 'Inhalt' },
          {
            id: 'b',
            label: 'Wach',
            keep: 'awake',
            content: <Follower name="wach" at={at} now={now} />,
          },
          {
            id: 'c',
            label: 'Müde',
            keep: 'asleep',
            content: <Follower name="müde" at={at} now={now} />,
          },
        ]}
      />
    )
    const view = renderUi(shown('eins'))
    expect(at).toEqual({})
    await userEvent.hover(screen.getByRole('tab', { name: 'Wach' }))
    await userEvent.hover(screen.getByRole('tab', { name: 'Müde' }))
    expect(at).toEqual({ wach: 'eins' })
    expect(screen.getByText('wach').closest('[hidden]')).toBeTruthy()
    view.rerender(shown('zwei'))
    expect(at).toEqual({ wach: 'zwei' })
    await userEvent.click(screen.getByRole('tab', { name: 'Müde' }))
    expect(at).toEqual({ wach: 'zwei', müde: 'zwei' })
  })
})

describe('Notice', () => {
  it('speaks errors at once and everything else in a pause', () => {
    renderUi(
      <>
        <Notice tone="error">Schlimm</Notice>
        <Notice tone="success">Gut</Notice>
        <Notice announce="never">Immer da</Notice>
      </>,
    )
    expect(screen.getByRole('alert').textContent).toContain('Schlimm')
    expect(screen.getByRole('status').textContent).toContain('Gut')
  })
})

describe('ProblemNotice', () => {
  const words = {
    'same-person': 'Eine zweite Person muss zustimmen.',
    'too-large': (details: Readonly<Record<string, unknown>>) => `Höchstens ${details.limit} MB.`,
  }

  it('shows the words of the app by type, with details', () => {
    renderUi(<ProblemNotice problem={{ type: '/problems/too-large', limit: 30 }} words={words} />)
    expect(screen.getByRole('alert').textContent).toContain('Höchstens 30 MB.')
  })

  it('names a type it has no words for', () => {
    renderUi(<ProblemNotice problem={{ type: '/problems/new-thing' }} words={words} />)
    expect(screen.getByRole('alert').textContent).toContain('new-thing')
  })

  it('tells a broken connection from a broken server', () => {
    renderUi(<ProblemNotice problem={new TypeError('Failed to fetch')} words={words} />)
    expect(screen.getByRole('alert').textContent).toContain('nicht erreichbar')
  })

  it('is silent without a problem', () => {
    renderUi(<ProblemNotice problem={null} words={words} />)
    expect(screen.queryByRole('alert')).toBeNull()
  })
})

describe('Dialog', () => {
  it('is named by its title and closes on cancel', () => {
    const onClose = vi.fn()
    renderUi(
      <Dialog open title="Herunterladen?" onClose={onClose}>
        Nur einmal.
      </Dialog>,
    )
    const dialog = screen.getByRole('dialog', { name: 'Herunterladen?' })
    dialog.dispatchEvent(new Event('cancel', { cancelable: true }))
    expect(onClose).toHaveBeenCalledOnce()
  })
})

describe('Count', () => {
  it('groups digits and hides small cells', () => {
    renderUi(
      <>
        <Count value={12345} />
        <Count value={null} />
      </>,
    )
    expect(screen.getByText('12.345')).toBeTruthy()
    expect(screen.getByText('unter 10')).toBeTruthy()
  })
})

describe('Progress', () => {
  it('has a name, a value and words', () => {
    renderUi(<Progress label="Briefe" value={1500} max={3000} />, { language: 'en' })
    const bar = screen.getByRole('progressbar', { name: 'Briefe' })
    expect(bar.getAttribute('value')).toBe('1500')
    expect(screen.getByText('1,500 of 3,000')).toBeTruthy()
  })
})

describe('Pager', () => {
  it('goes on and stops at the ends', async () => {
    const onPage = vi.fn()
    renderUi(<Pager label="Seiten" page={1} pages={3} onPage={onPage} />)
    expect(screen.getByRole('button', { name: 'Zurück' }).hasAttribute('disabled')).toBe(true)
    await userEvent.click(screen.getByRole('button', { name: 'Weiter' }))
    expect(onPage).toHaveBeenCalledWith(2)
  })
})

describe('PageShell', () => {
  it('has a skip link, landmarks, the banner for made-up data and no axe findings', async () => {
    const onLanguage = vi.fn()
    const onSignOut = vi.fn()
    const { container } = renderUi(
      <PageShell
        appName="Echolot"
        office="Vertrauensstelle"
        synthetic
        nav={[{ href: '/', text: 'Übersicht', current: 'page' }]}
        account={{
          name: 'Kim Muster',
          about: 'kim@example.org',
          signOutText: 'Abmelden',
          onSignOut,
        }}
        onLanguage={onLanguage}
        footer="Fuß"
      >
        <Page title="Übersicht" lead="Alles auf einen Blick" actions={<Link href="/x">Mehr</Link>}>
          <Card title="Zahlen" actions={<Badge tone="success">fertig</Badge>}>
            <Facts
              facts={[{ label: 'Personen', value: <Count value={3000} />, note: 'Stand heute' }]}
            />
          </Card>
          <EmptyState title="Noch keine Briefe" actions={<Button>Bestellen</Button>} />
          <Checkbox label="Ich habe geprüft" hint="beide Listen" error="fehlt" />
          <Select label="Studie" choices={[{ value: 'a', text: 'A' }]} />
          <RadioGroup
            label="Art"
            value="a"
            choices={[{ value: 'a', text: 'A' }]}
            onChoose={ignore}
          />
          <Progress label="Lädt" />
          <FileField label="Datei" onFile={ignore} />
        </Page>
      </PageShell>,
    )
    expect(screen.getByRole('link', { name: 'Zum Inhalt springen' }).getAttribute('href')).toBe(
      `#${screen.getByRole('main').id}`,
    )
    expect(screen.getByText(/SYNTHETIC/)).toBeTruthy()
    expect(document.title).toBe('Übersicht')
    await userEvent.click(screen.getByRole('button', { name: 'English' }))
    expect(onLanguage).toHaveBeenCalledWith('en')
    expect(await axeFindings(container)).toEqual([])
  })
})
