import { signal } from '@preact/signals';
import { type AddressPorts, createLogPageModel } from '../log-page-model.ts';
import type { OpenedFile, OpenedModel, OpenedPorts, OpenedState } from './opened-contract.ts';

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const LETTERS = 26;

/** A, B, ... Z, A2, ... */
export const labelOf = (number: number): string => {
  const round = Math.floor(number / LETTERS);
  return `${String.fromCharCode(65 + (number % LETTERS))}${round === 0 ? '' : round + 1}`;
};

/** Files cannot be opened again by an address: the filter is remembered here. */
const createAddress = (): AddressPorts => {
  let address = '#log';
  return {
    read: () => address,
    write(hash) {
      address = hash;
    },
  };
};

/** Its posts are listed. */
export const isListed = ({ is }: OpenedState): boolean => is === 'verified' || is === 'unverified';

/** Exports that a person has opened, one checked after the other. */
export const createOpenedModel = (ports: OpenedPorts): OpenedModel => {
  const isShown = signal(false);
  const files = signal<readonly OpenedFile[]>([]);
  const page = createLogPageModel(ports, createAddress());
  let lastId = 0;
  let isWorking = false;

  const find = (id: number): OpenedFile | undefined => files.value.find((each) => each.id === id);

  const setState = (id: number, state: OpenedState): void => {
    files.value = files.value.map((each) => (each.id === id ? { ...each, state } : each));
  };

  /** Runs as long as nobody stops it or takes the file away. */
  const work = async (
    file: OpenedFile,
    run: (onBytes: (done: number, size: number) => boolean) => Promise<OpenedState | undefined>,
  ): Promise<void> => {
    const { id } = file;
    const isWanted = (): boolean => find(id)?.state.is === 'running';
    setState(id, { is: 'running', done: 0, size: file.file.size });
    try {
      const state = await run((done, size) => {
        if (isWanted()) setState(id, { is: 'running', done, size });
        return isWanted();
      });
      if (state && isWanted()) setState(id, state);
      else ports.close(id);
    } catch (error) {
      ports.close(id);
      if (isWanted()) setState(id, { is: 'failed', detail: messageOf(error) });
    }
  };

  /** What was opened is held against what is kept now. */
  const askAgain = (): void => {
    for (const { id, state } of files.value)
      if (isListed(state) || state.is === 'refused') {
        ports.close(id);
        setState(id, { is: 'waiting' });
      }
  };

  const workOff = async (): Promise<void> => {
    if (isWorking) return;
    isWorking = true;
    for (;;) {
      const next = files.value.find(({ state }) => state.is === 'waiting');
      if (!next) break;
      await work(next, (onBytes) => ports.open(next, onBytes));
      if (find(next.id)?.state.is === 'kept') askAgain();
      await page.load();
    }
    isWorking = false;
  };

  return {
    isShown,
    files,
    page,
    fileOf(post) {
      const id = ports.idOf(post);
      return id === undefined ? undefined : find(id);
    },
    show(wanted) {
      isShown.value = wanted;
    },
    add(more) {
      isShown.value = true;
      files.value = [
        ...files.value,
        ...more.map((file): OpenedFile => {
          lastId += 1;
          return { id: lastId, label: labelOf(lastId - 1), file, state: { is: 'waiting' } };
        }),
      ];
      return workOff();
    },
    stop(id) {
      if (find(id)?.state.is === 'running') setState(id, { is: 'stopped' });
    },
    again(id) {
      setState(id, { is: 'waiting' });
      return workOff();
    },
    async lookAnyway(id) {
      const file = find(id);
      if (file?.state.is !== 'refused') return;
      const { answer } = file.state;
      await work(file, async (onBytes) => {
        const found = await ports.look(file, onBytes);
        return found && { is: 'unverified', answer, ...found };
      });
      await page.load();
    },
    async remove(id) {
      const isKept = find(id)?.state.is === 'kept';
      ports.close(id);
      page.close();
      files.value = files.value.filter((each) => each.id !== id);
      if (isKept) askAgain();
      await Promise.all([workOff(), page.load()]);
    },
    async removeAll() {
      for (const { id } of files.value) ports.close(id);
      page.close();
      files.value = [];
      await page.load();
    },
  };
};
