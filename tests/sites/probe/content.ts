import { readCaretFromEnd } from '#lib/editors/caret.ts';
import { engineOf } from '#lib/editors/engine.ts';
import { insertAtStart } from '#lib/editors/insert-at-start.ts';
import { readAccessibleName } from '#lib/sites/accessible-name.ts';
import { shadowScopes } from '#lib/sites/composed-tree.ts';
import type { Composer } from '#lib/sites/composer.ts';
import { findComposerAgain, findComposerAt, findComposerOfForm } from '#lib/sites/find-composer.ts';
import { pathOf } from '#lib/sites/find-generic.ts';
import { findSite } from '#lib/sites/find-site.ts';
import { findSubmitAt, findSubmitControl, findSubmitKeyAt } from '#lib/sites/find-submit.ts';
import { EDITABLE } from '#lib/sites/generic.ts';
import { type ArrivalBefore, readArrival, readBeforeArrival } from '#lib/sites/read-arrival.ts';
import { readDraft } from '#lib/sites/read-draft.ts';
import { readNextPage } from '#lib/sites/read-next-page.ts';
import { isSubmitChord } from '#lib/sites/submit-chord.ts';

/**
 * Runs lib/sites and lib/editors in an isolated world and answers the page's questions as JSON strings, in the
 * `candor-probe` event. Also stands where the gate will stand: it notes what the capture listeners on `window` make
 * of each event, without stopping any.
 */

interface Seen {
  type: string;
  isTrusted: boolean;
  /** `composer id`, and what of it was recognised. */
  composer: string | undefined;
  control: string | undefined;
}

/** What the fixtures put where a title belongs. */
const TITLE = 'Two quiet weeks for a dog';

const seen: Seen[] = [];
let before: ArrivalBefore | undefined;

const site = () => findSite(new URL(location.href), document);

/** Of frames too: some editors stand in one. */
const documents = (): Document[] => [
  document,
  ...[...document.querySelectorAll('iframe')].flatMap((frame) => frame.contentDocument ?? []),
];

const editables = (): HTMLElement[] =>
  documents()
    .flatMap((doc) => shadowScopes(doc))
    .flatMap((scope) => [...scope.querySelectorAll<HTMLElement>(EDITABLE)]);

const composers = (): Composer[] => {
  const all = editables().flatMap((editor) => findComposerAt(pathOf(editor), site()) ?? []);
  return all.filter((one, at) => all.findIndex((other) => other.editors[0] === one.editors[0]) === at);
};

const requireComposer = (at: number): Composer => {
  const all = composers();
  const found = at < 0 ? all.at(at) : all[at];
  if (!found) throw new Error(`no composer ${at} among ${all.length}`);
  return found;
};

const summarise = (composer: Composer) => ({
  composer: composer.definition.id,
  found: composer.found,
  engines: composer.editors.map((editor) => engineOf(editor)),
  control: (() => {
    const control = findSubmitControl(composer);
    return control && readAccessibleName(control);
  })(),
  draft: (({ measures: _, ...draft }) => draft)(readDraft(composer)),
});

/** Every element a press on which would publish, as `composer: name`. */
const submits = (): string[] => {
  const found = shadowScopes(document)
    .flatMap((scope) => [...scope.querySelectorAll<HTMLElement>('*')])
    .flatMap((element) => {
      const submit = findSubmitAt(pathOf(element), site());
      return submit && submit.control === element
        ? [`${submit.composer.definition.id} (${submit.composer.found}): ${readAccessibleName(element)}`]
        : [];
    });
  return found.sort();
};

const ASK: Record<string, (...values: never[]) => unknown> = {
  site: () => site()?.id,
  composers: () => composers().map(summarise),
  submits,
  insert: (at: number, part: number, text: string) => {
    const editor = requireComposer(at).editors[part];
    if (!editor) throw new Error('no such part');
    return insertAtStart(editor, text);
  },
  /** Middle of what a person would press: the publishing control, or the editor. */
  point: (at: number, what: 'control' | 'editor') => {
    const composer = requireComposer(at);
    const element = what === 'control' ? findSubmitControl(composer) : composer.editors[0];
    element?.scrollIntoView({ block: 'center' });
    const box = element?.getBoundingClientRect();
    const frame = element?.ownerDocument.defaultView?.frameElement?.getBoundingClientRect();
    return box && { x: (frame?.x ?? 0) + box.x + box.width / 2, y: (frame?.y ?? 0) + box.y + box.height / 2 };
  },
  focused: (at: number) => {
    const control = findSubmitControl(requireComposer(at));
    return (
      control !== undefined && (control.getRootNode() as Document | ShadowRoot).activeElement === control
    );
  },
  caret: (at: number) => {
    const editor = requireComposer(at).editors[0];
    return editor && readCaretFromEnd(editor);
  },
  release: (at: number) => {
    const composer = requireComposer(at);
    before = readBeforeArrival(composer);
    findSubmitControl(composer)?.click();
    return before.content;
  },
  arrival: () => before && readArrival(before),
  /** Asked of the page that came after: what it says of this text. */
  'next page': (text: string) =>
    readNextPage(
      { post: '', kind: 'post', title: TITLE, text, address: 'https://before.example/' },
      site(),
      document,
    ),
  again: (at: number) => {
    const found = findComposerAgain(requireComposer(at));
    return found && summarise(found);
  },
  seen: () => seen,
};

const note = (event: Event, composer: Composer | undefined, control: Element | undefined): void => {
  if (!composer) return;
  seen.push({
    type: event.type,
    isTrusted: event.isTrusted,
    composer: `${composer.site.id}/${composer.definition.id} (${composer.found})`,
    control: control && readAccessibleName(control),
  });
};

window.addEventListener(
  'click',
  (event) => {
    const submit = findSubmitAt(event.composedPath(), site());
    note(event, submit?.composer, submit?.control);
  },
  true,
);
window.addEventListener(
  'keydown',
  (event) => {
    const path = event.composedPath();
    const pressed = findSubmitKeyAt(event, path, site());
    if (pressed) {
      note(event, pressed.composer, pressed.control);
      return;
    }
    const composer = findComposerAt(path, site());
    if (composer && isSubmitChord(event, composer)) note(event, composer, undefined);
  },
  true,
);
window.addEventListener(
  'submit',
  (event) => note(event, findComposerOfForm(event.target as HTMLFormElement, site()), undefined),
  true,
);

document.addEventListener('candor-probe', (event) => {
  const { id, ask, values } = JSON.parse((event as CustomEvent<string>).detail) as {
    id: number;
    ask: string;
    values: unknown[];
  };
  const reply = (answer: unknown): void => {
    document.dispatchEvent(new CustomEvent(`candor-probe-${id}`, { detail: JSON.stringify(answer ?? null) }));
  };
  Promise.resolve()
    .then(() => ASK[ask]?.(...(values as never[])))
    .then(
      (value) => reply({ value }),
      (error: unknown) => reply({ error: String(error) }),
    );
});
