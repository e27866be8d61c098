/** One piece of an XML text. Names keep their prefix (`w:p`); attribute values are decoded. */
export type XmlPiece =
  | { readonly kind: 'open'; readonly name: string; readonly attributes: string; readonly empty: boolean }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string };

/** Reads XML piece by piece without a tree, in linear time. Comments, instructions and document types are skipped; entities beyond the five are left as written. */
export function* xmlPieces(xml: string): Generator<XmlPiece> {
  let at = 0;
  while (at < xml.length) {
    const open = xml.indexOf('<', at);
    if (open < 0) break;
    if (open > at) yield { kind: 'text', text: decodeXml(xml.slice(at, open)) };
    if (xml.startsWith('<![CDATA[', open)) {
      const end = xml.indexOf(']]>', open);
      yield { kind: 'text', text: xml.slice(open + 9, end < 0 ? xml.length : end) };
      at = end < 0 ? xml.length : end + 3;
      continue;
    }
    const comment = xml.startsWith('<!--', open);
    const close = xml.indexOf(comment ? '-->' : '>', open);
    if (close < 0) break;
    at = close + (comment ? 3 : 1);
    const first = xml[open + 1];
    if (comment || first === '!' || first === '?') continue;
    if (first === '/') {
      yield { kind: 'close', name: xml.slice(open + 2, close).trim() };
      continue;
    }
    const empty = xml[close - 1] === '/';
    const inner = xml.slice(open + 1, empty ? close - 1 : close);
    const space = inner.search(/\s/);
    const name = space < 0 ? inner : inner.slice(0, space);
    yield { kind: 'open', name, attributes: space < 0 ? '' : inner.slice(space), empty };
  }
}

/** Value of an attribute in an element's attribute text, null when it has none. */
export function attribute(attributes: string, name: string): string | null {
  const at = attributes.indexOf(`${name}=`);
  if (at < 0) return null;
  const quote = attributes[at + name.length + 1]!;
  const end = attributes.indexOf(quote, at + name.length + 2);
  return end < 0 ? null : decodeXml(attributes.slice(at + name.length + 2, end));
}

export function decodeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|amp|lt|gt|quot|apos);/gi, (whole, name: string) => {
    if (name[0] !== '#') return NAMED[name.toLowerCase()] ?? whole;
    const code = name[1] === 'x' || name[1] === 'X' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
