/**
 * Paints a figure made of rectangles, lines, paths, circles and text on a canvas. The page's own policy forbids pictures from elsewhere, and
 * that includes addresses made in the page, so the browser cannot be asked to load the figure as an image.
 */
export function paint(svg: SVGSVGElement, scale: number): HTMLCanvasElement {
  const { width, height } = svg.getBoundingClientRect();
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const ink = canvas.getContext('2d');
  if (!ink) return canvas;
  ink.scale(scale, scale);
  ink.fillStyle = getComputedStyle(document.documentElement).backgroundColor;
  ink.fillRect(0, 0, width, height);
  for (const element of svg.querySelectorAll<SVGElement>('rect, line, path, circle, text')) paintOne(ink, element);
  return canvas;
}

function paintOne(ink: CanvasRenderingContext2D, element: SVGElement): void {
  const style = getComputedStyle(element);
  const at = (name: string) => Number.parseFloat(element.getAttribute(name) ?? '0') || 0;
  const group = element.parentElement ? Number(getComputedStyle(element.parentElement).opacity) : 1;
  const dash = style.strokeDasharray === 'none' ? [] : style.strokeDasharray.split(/[ ,]+/).map(Number.parseFloat);
  ink.setLineDash(dash);
  ink.lineWidth = Number.parseFloat(style.strokeWidth) || 1;
  const filled = style.fill !== 'none';
  const stroked = style.stroke !== 'none';
  if (filled) ink.fillStyle = style.fill;
  if (stroked) ink.strokeStyle = style.stroke;
  const fillAlpha = group * Number(style.opacity) * Number(style.fillOpacity);
  const strokeAlpha = group * Number(style.opacity) * Number(style.strokeOpacity);

  if (element.tagName === 'rect') {
    const box = [at('x'), at('y'), at('width'), at('height')] as const;
    ink.globalAlpha = fillAlpha;
    if (filled) ink.fillRect(...box);
    ink.globalAlpha = strokeAlpha;
    if (stroked) ink.strokeRect(...box);
  } else if (element.tagName === 'line') {
    ink.globalAlpha = strokeAlpha;
    ink.beginPath();
    ink.moveTo(at('x1'), at('y1'));
    ink.lineTo(at('x2'), at('y2'));
    ink.stroke();
  } else if (element.tagName === 'path' || element.tagName === 'circle') {
    const shape = new Path2D(element.getAttribute('d') ?? undefined);
    if (element.tagName === 'circle') shape.arc(at('cx'), at('cy'), at('r'), 0, 2 * Math.PI);
    ink.globalAlpha = fillAlpha;
    if (filled) ink.fill(shape);
    ink.globalAlpha = strokeAlpha;
    if (stroked) ink.stroke(shape);
  } else {
    ink.globalAlpha = fillAlpha;
    ink.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    ink.textAlign = style.textAnchor === 'middle' ? 'center' : 'left';
    ink.fillText(element.textContent ?? '', at('x'), at('y'));
  }
}
