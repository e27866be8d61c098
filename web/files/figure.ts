import { save } from './data.ts';
import { paint } from './paint.ts';

/** Properties a figure needs to look the same outside of the page. */
const KEPT = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
];
const SCALE = 2;

export function saveSvg(svg: SVGSVGElement, name: string): void {
  save(name, 'image/svg+xml', standalone(svg));
}

export function savePng(svg: SVGSVGElement, name: string): void {
  paint(svg, SCALE).toBlob((blob) => blob && save(name, 'image/png', blob), 'image/png');
}

/** The figure as its own file: colours and typefaces written out, a ground behind it. */
function standalone(svg: SVGSVGElement): string {
  const { width, height } = svg.getBoundingClientRect();
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const originals = svg.querySelectorAll<SVGElement>('*');
  copy.querySelectorAll<SVGElement>('*').forEach((element, i) => {
    const style = getComputedStyle(originals[i] as SVGElement);
    for (const property of KEPT) {
      const value = style.getPropertyValue(property);
      if (value) element.setAttribute(property, value);
    }
    for (const name of ['class', 'style', 'tabindex']) element.removeAttribute(name);
  });
  const ground = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  ground.setAttribute('width', '100%');
  ground.setAttribute('height', '100%');
  ground.setAttribute('fill', getComputedStyle(document.documentElement).backgroundColor);
  copy.prepend(ground);
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  copy.setAttribute('viewBox', `0 0 ${width} ${height}`);
  copy.removeAttribute('class');
  return new XMLSerializer().serializeToString(copy);
}
