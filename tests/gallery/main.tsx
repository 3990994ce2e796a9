import '#components/ui/page-styles.ts';
import '#components/popup/popup.css';
import '#components/dashboard/dashboard.css';
import '#components/log/receipt.css';
import '#components/log/backup.css';
import '#components/log/former.css';
import '#components/log/log-page.css';
import '#components/log/stamp.css';
import '#components/log/witness.css';
import '#components/sources/sources.css';
import '#components/sites/sites.css';
import '#components/verifier/verifier.css';
import { render } from 'preact';
import { LocaleContext } from '#components/ui/locale-context.ts';
import { catalogueText } from '#lib/i18n/catalogue-text.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { pseudoText } from '#tests/components/pseudo-locale.ts';
import german from '../../assets/public/_locales/de/messages.json';
import english from '../../assets/public/_locales/en/messages.json';
import { PAGE_STATES } from './page-states.tsx';
import { showChip } from './show-chip.ts';
import { showDialog, showShell } from './show-dialog.tsx';
import { showNotice } from './show-notice.tsx';

const asked = new URLSearchParams(location.search);
const language = asked.get('lang') ?? 'en';
const text = catalogueText(language === 'de' ? german : english);
const locale: Locale = {
  text: language === 'pseudo' ? pseudoText(text) : text,
  language: language === 'pseudo' ? 'en' : language,
  dir: asked.get('dir') === 'rtl' ? 'rtl' : 'ltr',
};

const showPage = async (name: string): Promise<void> => {
  const build = PAGE_STATES[name as keyof typeof PAGE_STATES];
  if (build === undefined) throw new Error(`No such state: ${name}`);
  document.documentElement.classList.add('candor');
  document.documentElement.dir = locale.dir;
  const root = document.createElement('div');
  document.body.append(root);
  render(<LocaleContext.Provider value={locale}>{await build()}</LocaleContext.Provider>, root);
};

const show = async (name: string): Promise<void> => {
  const [kind = '', state = ''] = name.split('/');
  if (kind === 'review') showDialog(state, locale);
  else if (kind === 'shell') showShell(state, locale);
  else if (kind === 'chip') showChip(state, locale);
  else if (kind === 'notice') showNotice(state, locale);
  else await showPage(name);
};

const theme = asked.get('theme');
if (theme !== null) document.documentElement.style.colorScheme = theme;
document.documentElement.lang = locale.language;
await show(asked.get('state') ?? 'review/reviewing');
document.documentElement.dataset.ready = '';
