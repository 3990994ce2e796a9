import '#components/ui/page-styles.ts';
import '#components/verifier/verifier.css';
import { startPage } from '#components/ui/start-page.tsx';
import { Verifier } from '#components/verifier/Verifier.tsx';
import { createVerifierModel } from '#components/verifier/verifier-model.ts';
import { type Catalogue, catalogueText } from '#lib/i18n/catalogue-text.ts';
import { directionOf, type Locale } from '#lib/i18n/locale.ts';
import { canCheckSignatures, createVerifierPorts } from '#lib/pages/verifier-ports.ts';

/** The catalogues that lie in the page, by language; English is among them. */
const catalogues = JSON.parse(document.getElementById('sentences')?.textContent ?? '{}') as Record<
  string,
  Catalogue
>;

const localeOf = (wanted: readonly string[]): Locale => {
  const languages = wanted.map((tag) => tag.split('-')[0]?.toLowerCase() ?? '');
  const language = languages.find((each) => catalogues[each] !== undefined) ?? 'en';
  return { text: catalogueText(catalogues[language] ?? {}), language, dir: directionOf(language) };
};

const locale = localeOf(navigator.languages);
// Missing where the browser takes the page for an insecure one.
const subtle = crypto.subtle as SubtleCrypto | undefined;
void canCheckSignatures(subtle).then((canSign) => {
  startPage(locale, locale.text('verifierTitle'), () => {
    const verifier = createVerifierModel(createVerifierPorts(locale, subtle));
    // A file dropped beside the fields must not replace the page.
    addEventListener('dragover', (event) => event.preventDefault());
    addEventListener('drop', (event) => {
      event.preventDefault();
      void verifier.add([...(event.dataTransfer?.files ?? [])]);
    });
    return <Verifier verifier={verifier} canSign={canSign} />;
  });
});
