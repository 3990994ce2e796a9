import type { Sender } from '../messaging/handle.ts';
import type { MessageInput, MessageResult } from '../messaging/messages.ts';
import type { Settings } from '../model/settings.ts';
import type { SourceState, SourcesOverview } from '../model/sources-overview.ts';
import { type FingerprintKey, fingerprint } from '../provenance/fingerprint.ts';
import { fingerprintPrompts } from '../provenance/fingerprint-prompts.ts';
import { DAY } from '../provenance/store/overview.ts';
import { ProvenanceError } from '../provenance/store/provenance-error.ts';
import type { GenerationStore, Overview } from '../provenance/store/store-contract.ts';
import { findSource } from '../sources/find-source.ts';
import { SOURCES } from '../sources/index.ts';
import type { CaptureLines } from './capture-lines.ts';
import { readKey } from './find-evidence.ts';

type Gate = Extract<Sender, { from: 'gate' }>;

interface ProvenancePorts {
  store: GenerationStore;
  lines: Pick<CaptureLines, 'remember'>;
  readSettings(): Promise<Settings>;
  /** Milliseconds since 1970. */
  now(): number;
}

interface KnownSource {
  id: string;
  name: string;
  answers: boolean;
}

/** The source a page is, by its address alone: what the page itself says about that counts for nothing. */
const findOpenSource = (settings: Settings, { url, isPrivate }: Gate): KnownSource | undefined => {
  if (isPrivate) return undefined;
  const { answers } = settings.provenance;
  const known = findSource(new URL(url));
  const { origin, host } = new URL(url);
  const added = settings.addedSources.find((source) => source.origin === origin);
  const source = known
    ? { id: known.id, name: known.name, answers }
    : added && { id: origin, name: host, answers: added.answers && answers };
  return source && !settings.sourcesOff.includes(source.id) ? source : undefined;
};

const lengthOf = ({ text, prompts }: MessageInput<'remember-generation'>): number =>
  prompts.reduce((sum, prompt) => sum + prompt.length, text.length);

const emptyOverview: Overview = { sources: [], generations: 0, pictures: 0, fingerprints: 0, bytes: 0 };

/** The background's side of what is remembered of AI tools. */
export const createProvenanceDesk = ({ store, lines, readSettings, now }: ProvenancePorts) => {
  let isTidied = false;

  /** Once in the life of a background, which is short. What is too old counts for nothing before that as well. */
  const tidyUp = async (): Promise<void> => {
    if (isTidied) return;
    isTidied = true;
    const { provenance } = await readSettings();
    await store.expire(provenance.retentionDays);
    await store.forgetExpiredTexts();
  };

  /** While the index is made anew nobody knows what is one's own; the answer itself must not be lost for that. */
  const readOwnWords = async (prompts: readonly string[], key: FingerprintKey): Promise<Uint32Array> => {
    try {
      return await fingerprintPrompts(prompts, store, key);
    } catch (error) {
      if (error instanceof ProvenanceError) return new Uint32Array();
      throw error;
    }
  };

  const rememberFrom = async (
    source: KnownSource,
    { text, prompts, model, conversation, captured }: MessageInput<'remember-generation'>,
    { keepConversation, keepTextDays }: Settings['provenance'],
  ): Promise<boolean> => {
    const key = await readKey(store);
    const remembered = await store.remember(
      {
        source: source.id,
        sourceName: source.name,
        ...(model !== undefined && { model }),
        ...(keepConversation && conversation !== undefined && { conversation }),
        length: text.length,
        captured,
      },
      fingerprint(text, key),
      await readOwnWords(prompts, key),
      keepTextDays > 0 ? { text, until: now() + keepTextDays * DAY } : undefined,
    );
    return remembered !== undefined;
  };

  const readStates = (settings: Settings, { sources }: Overview): SourceState[] => {
    const kept = new Map(sources.map((one) => [one.source, one]));
    const known = SOURCES.filter(({ hosts }) => hosts.length > 0).map(({ id, name, verified }) => ({
      source: id,
      name,
      verified: verified.date,
    }));
    const added = settings.addedSources.map(({ origin, answers }) => ({
      source: origin,
      name: new URL(origin).host,
      added: { answers },
    }));
    const named = new Set([...known, ...added].map(({ source }) => source));
    // Remembered from an address that was taken away again.
    const former = sources
      .filter(({ source }) => !named.has(source))
      .map(({ source, sourceName }) => ({ source, name: sourceName }));
    return [...known, ...added, ...former].map((one): SourceState => {
      const found = kept.get(one.source);
      return {
        ...one,
        isOn: named.has(one.source) && !settings.sourcesOff.includes(one.source),
        generations: (found?.generations ?? 0) + (found?.pictures ?? 0),
        ...(found && found.pictures > 0 && { pictures: found.pictures }),
        bytes: found?.bytes ?? 0,
        ...(found && { newest: found.newest, expiresAt: found.expiresAt }),
      };
    });
  };

  return {
    async captureSettings(gate: Gate): Promise<MessageResult<'capture-settings'>> {
      const source = findOpenSource(await readSettings(), gate);
      return { isOn: source !== undefined, answers: source?.answers ?? false };
    },

    async remember(
      capture: MessageInput<'remember-generation'>,
      gate: Gate,
    ): Promise<MessageResult<'remember-generation'>> {
      const settings = await readSettings();
      const source = findOpenSource(settings, gate);
      if (!source || (capture.captured === 'answer' && !source.answers)) return { remembered: false };
      const { provenance } = settings;
      const remembered = await lines.remember({
        source: source.id,
        length: lengthOf(capture),
        remember: () => rememberFrom(source, capture, provenance),
      });
      void tidyUp().catch(() => undefined);
      return { remembered };
    },

    /** Pictures are answers that are finished. */
    async rememberPicture(
      { picture, model, conversation }: MessageInput<'remember-picture'>,
      gate: Gate,
    ): Promise<MessageResult<'remember-picture'>> {
      const settings = await readSettings();
      const source = findOpenSource(settings, gate);
      if (!source?.answers) return { remembered: false };
      const { keepConversation } = settings.provenance;
      const remembered = await lines.remember({
        source: source.id,
        length: picture.small?.length ?? 0,
        remember: () =>
          store.rememberPicture({
            source: source.id,
            sourceName: source.name,
            ...(model !== undefined && { model }),
            ...(keepConversation && conversation !== undefined && { conversation }),
            picture,
          }),
      });
      void tidyUp().catch(() => undefined);
      return { remembered };
    },

    async overview(): Promise<SourcesOverview> {
      const settings = await readSettings();
      const { retentionDays } = settings.provenance;
      try {
        await store.expire(retentionDays);
        await store.forgetExpiredTexts();
        const overview = await store.overview(retentionDays);
        const lost = await store.findLoss(retentionDays);
        const { generations, pictures, bytes } = overview;
        return {
          sources: readStates(settings, overview),
          generations: generations + pictures,
          bytes,
          ...(lost && { lost }),
        };
      } catch (error) {
        if (!(error instanceof ProvenanceError)) throw error;
        const states = { sources: readStates(settings, emptyOverview), generations: 0, bytes: 0 };
        if (error.code === 'refused') return states;
        return { ...states, problem: error.code === 'rebuilding' ? 'rebuilding' : 'unreadable' };
      }
    },

    forget: ({ source }: MessageInput<'forget-generations'>): Promise<number> =>
      store.forget(source === undefined ? 'all' : { source }),

    /** The person knows that posts may hold what was lost. */
    async acceptLoss(): Promise<true> {
      await store.acceptLoss();
      return true;
    },

    /**
     * For the gate's profile: whether there is anything to compare with, and a mark that changes when that does. What
     * cannot be read may well hold something, and what was lost held something.
     */
    async readStanding(): Promise<{ remembers: boolean; mark: string }> {
      try {
        const { retentionDays } = (await readSettings()).provenance;
        const { generations, pictures, sources } = await store.overview(retentionDays);
        const isLost = (await store.findLoss(retentionDays)) !== undefined;
        return {
          remembers: generations + pictures > 0 || isLost,
          mark: `${generations} ${pictures} ${sources[0]?.newest ?? 0} ${isLost}`,
        };
      } catch (error) {
        const isRefused = error instanceof ProvenanceError && error.code === 'refused';
        return { remembers: !isRefused, mark: 'unreadable' };
      }
    },
  };
};
