/** Does an address path fit a pattern? `*` stands for one segment, `**` for any number of them, none included. */
export const matchesPath = (pathname: string, pattern: string): boolean => {
  const fits = (path: readonly string[], wanted: readonly string[]): boolean => {
    const [head, ...rest] = wanted;
    if (head === undefined) return path.length === 0;
    if (head === '**') return path.some((_, index) => fits(path.slice(index), rest)) || fits([], rest);
    return path.length > 0 && (head === '*' || head === path[0]) && fits(path.slice(1), rest);
  };
  const split = (text: string): string[] => text.split('/').filter(Boolean);
  return fits(split(pathname), split(pattern));
};
