import { computed, signal } from '@preact/signals';
import type { CheckedFile, FileState, VerifierModel, VerifierPorts } from './contract.ts';

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** The files of the verifier page and their answers, one checked after the other. */
export const createVerifierModel = (ports: VerifierPorts): VerifierModel => {
  const files = signal<readonly CheckedFile[]>([]);
  const kept = signal<readonly File[]>([]);
  /** Answers of an older run than the last one are dropped. */
  let run = 0;
  let lastId = 0;

  const changeStates = (change: (state: FileState) => FileState): void => {
    files.value = files.value.map((each) => ({ ...each, state: change(each.state) }));
  };

  const check = async ({ id, file }: CheckedFile, mine: number): Promise<void> => {
    const setState = (state: FileState): void => {
      files.value = files.value.map((each) => (each.id === id ? { ...each, state } : each));
    };
    setState({ is: 'running', done: 0, size: file.size });
    try {
      const answer = await ports.check(file, kept.value, (done, size) => {
        if (mine === run) setState({ is: 'running', done, size });
        return mine === run;
      });
      if (mine === run && answer) setState({ is: 'done', answer });
    } catch (error) {
      if (mine === run) setState({ is: 'failed', detail: messageOf(error) });
    }
  };

  const checkWaiting = async (): Promise<void> => {
    run += 1;
    const mine = run;
    for (const each of files.value) {
      if (mine === run && each.state.is === 'waiting') await check(each, mine);
    }
  };

  /** What was cut short by a newer question is asked again; what the person stopped is not. */
  const ask = (isAgain: (state: FileState) => boolean): Promise<void> => {
    changeStates((state) => (state.is === 'running' || isAgain(state) ? { is: 'waiting' } : state));
    return checkWaiting();
  };

  const keep = (more: readonly File[]): Promise<void> => {
    kept.value = [...kept.value, ...more];
    return ask(() => true);
  };

  return {
    files,
    kept,
    isRunning: computed(() => files.value.some(({ state }) => state.is === 'running')),
    keep,
    async add(more) {
      const uses = await Promise.all(more.map((file) => ports.useOf(file).catch(() => 'checked' as const)));
      const checked = more.filter((_, at) => uses[at] !== 'kept');
      files.value = [
        ...files.value,
        ...checked.map((file): CheckedFile => {
          lastId += 1;
          return { id: lastId, file, state: { is: 'waiting' } };
        }),
      ];
      const against = more.filter((_, at) => uses[at] !== 'checked');
      await (against.length > 0 ? keep(against) : ask(() => false));
    },
    stop() {
      run += 1;
      changeStates((state) => (state.is === 'running' || state.is === 'waiting' ? { is: 'stopped' } : state));
    },
    clear() {
      run += 1;
      files.value = [];
      kept.value = [];
    },
  };
};
