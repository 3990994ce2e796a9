/** Runs the job alone among all contexts of this origin that ask by this name, where the browser has locks. */
export function underLock<Result>(name: string, job: () => Promise<Result>): Promise<Result> {
  const locks = globalThis.navigator?.locks;
  return locks ? (locks.request(name, job) as Promise<Result>) : job();
}

/** Likewise, but gives `busy` at once where somebody else has it. */
export function ifUnlocked<Result>(name: string, job: () => Promise<Result>): Promise<Result | 'busy'> {
  const locks = globalThis.navigator?.locks;
  if (!locks) return job();
  return locks.request(name, { ifAvailable: true }, (lock) => (lock ? job() : 'busy')) as Promise<
    Result | 'busy'
  >;
}

/** Makes jobs run one after the other in this context, each after the one before has ended in whatever way. */
export function createTurns(): <Result>(job: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve();
  return (job) => {
    const turn = last.then(job);
    last = turn.catch(() => {});
    return turn;
  };
}
