import fc from 'fast-check';
import { marked } from 'marked';
import { expect, test } from 'vitest';
import { textBuilder } from '../builder.ts';
import { type Element, parsePage } from './dom.ts';
import { quickTree } from './quick.ts';
import { walk } from './walk.ts';

const blocks = (root: Element) => {
  const out = textBuilder();
  walk(root, out);
  return out.build();
};

test.each([
  ['words with <em>stress</em> &amp; a <a href="https://example.org/?a=1&amp;b=2" title="x">link</a>'],
  [
    '<h1>One</h1>\n<p>Two<br>three</p>\n<ul>\n<li>four</li>\n<li><p>five</p>\n<ol start="3">\n<li>six</li>\n</ol>\n</li>\n</ul>',
  ],
  [
    '<blockquote>\n<p>said &quot;so&quot;</p>\n</blockquote>\n<hr>\n<pre><code class="language-sh">a\n b\n</code></pre>',
  ],
  ['<p><img src="a.png" alt="b">c&#39;s</p>'],
])('%j is read as the parser reads it', async (markup) => {
  const quick = quickTree(markup);
  expect(quick).not.toBeNull();
  expect(blocks(quick!)).toEqual(blocks((await parsePage(markup)).body));
});

test.each([
  ['<table><tr><td>a</td></tr></table>'],
  ['<p>a<p>b'],
  ['<p>a<ul><li>b</li></ul></p>'],
  ['<p>a</div>'],
  ['a &nbsp; b'],
  ['a & b'],
  ['a < b'],
  ['<script>a</script>'],
  ['<!-- a -->b'],
  ['<P>a</P>'],
  ['<p class=x>a</p>'],
  ['<li>a</li>'],
  [`${'<blockquote>'.repeat(100)}a${'</blockquote>'.repeat(100)}`],
])('%j is left to the parser', (markup) => {
  expect(quickTree(markup)).toBeNull();
});

const part = fc.constantFrom(
  ...'word|*a*|**b**|`c`|[d](https://e.org)|~~f~~|<|>|&|"|\'|&amp;|&copy;|\\|!|![g](h.png)|<b>|</p>|http://i.org|_j_|1.| - | \n'.split(
    '|',
  ),
);
const line = fc
  .tuple(
    fc.constantFrom('', '', '# ', '## ', '- ', '  - ', '1. ', '> ', '> - ', '    ', '```\n', '| ', '---\n', '<p>'),
    fc.array(part, { maxLength: 6 }),
    fc.constantFrom('\n', '\n\n'),
  )
  .map(([start, parts, end]) => start + parts.join(' ') + end);

test('whatever Markdown says, its tree gives the blocks that the parser gives', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(line, { maxLength: 12 }), async (lines) => {
      const markup = await marked.parse(lines.join(''), { async: true, gfm: true });
      const quick = quickTree(markup);
      if (quick) expect(blocks(quick)).toEqual(blocks((await parsePage(markup)).body));
    }),
    { numRuns: 300 },
  );
});
