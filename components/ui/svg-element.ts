import { MARK_PATHS } from './mark-paths.ts';

const SVG = 'http://www.w3.org/2000/svg';

const createSvg = (
  size: number,
  viewBox: string,
  paths: readonly { d: string; class?: string }[],
): SVGSVGElement => {
  const svg = document.createElementNS(SVG, 'svg');
  for (const [name, value] of Object.entries({ width: size, height: size, viewBox, 'aria-hidden': 'true' })) {
    svg.setAttribute(name, String(value));
  }
  for (const { d, class: className } of paths) {
    const path = document.createElementNS(SVG, 'path');
    path.setAttribute('d', d);
    if (className) path.setAttribute('class', className);
    svg.append(path);
  }
  return svg;
};

/** Candor's sign without Preact. */
export const createMark = (): SVGSVGElement =>
  createSvg(
    32,
    '0 0 32 32',
    MARK_PATHS.map(({ d, part }) => ({ d, class: `mark-${part}` })),
  );

/** A stroked icon without Preact; colour and stroke come from CSS. */
export const createIcon = (paths: readonly string[]): SVGSVGElement => {
  const svg = createSvg(
    16,
    '0 0 16 16',
    paths.map((d) => ({ d })),
  );
  svg.setAttribute('class', 'icon');
  return svg;
};
