export { type Account, AccountMenu } from './account-menu.tsx'
export { Badge } from './badge.tsx'
export { Button, type ButtonVariant } from './button.tsx'
export { Card } from './card.tsx'
export { Checkbox } from './checkbox.tsx'
export { Count } from './count.tsx'
export { Dialog } from './dialog.tsx'
export { EmptyState } from './empty-state.tsx'
export { type Fact, Facts } from './facts.tsx'
export { type ControlProps, Field, type FieldProps } from './field.tsx'
export { FileField } from './file-field.tsx'
export { LanguageSwitch } from './language-switch.tsx'
export { Link } from './link.tsx'
export { LoginPage } from './login-page.tsx'
export { Notice, type NoticeTone } from './notice.tsx'
export { Page } from './page.tsx'
export { type NavItem, PageShell } from './page-shell.tsx'
export { Pager } from './pager.tsx'
export { PasswordField } from './password-field.tsx'
export {
  ProblemNotice,
  type ProblemWords,
  problemTypeOf,
  useProblemText,
} from './problem-notice.tsx'
export { Progress } from './progress.tsx'
export { type RadioChoice, RadioGroup } from './radio-group.tsx'
export { Select, type SelectChoice } from './select.tsx'
export {
  type FreshSignIn,
  makeFreshSignIn,
  SignInAgain,
  useFreshSignIn,
} from './sign-in-again.tsx'
export type { LoginCalls, SecondFactorSetUp, SignInStep } from './sign-in-steps.tsx'
export { type Column, Table } from './table.tsx'
export { type Tab, Tabs } from './tabs.tsx'
export { TextField } from './text-field.tsx'
export { Textarea } from './textarea.tsx'
export { type Anchor, UiProvider, useUi } from './ui-provider.tsx'
export type { UiLanguage, UiWords } from './words.ts'
