import PDFDocument from 'pdfkit';
import type { Bulletin, Section } from './bulletin.ts';
import { sentenceText } from './markdown.ts';

const MARGIN = 56;
const SERIF = 'Times-Roman';
const SANS = 'Helvetica';
const SANS_BOLD = 'Helvetica-Bold';

/** A bulletin as a PDF (A4), with its marking on every page as TLP 2.0 asks. */
export function bulletinPdf(bulletin: Bulletin): Promise<Buffer> {
  const made = new PDFDocument({
    size: 'A4',
    margin: MARGIN,
    bufferPages: true,
    // The same bulletin gives the same file.
    info: {
      Title: bulletin.title,
      CreationDate: new Date(
        `${bulletin.head.find(([, value]) => /^\d{4}-\d\d-\d\d$/.test(value))?.[1] ?? '1970-01-01'}T00:00:00Z`,
      ),
    },
    lang: bulletin.language,
  });
  const pieces: Buffer[] = [];
  made.on('data', (piece: Buffer) => pieces.push(piece));
  const whole = new Promise<Buffer>((done, fail) => {
    made.on('end', () => done(Buffer.concat(pieces)));
    made.on('error', fail);
  });
  made.font(SANS_BOLD).fontSize(18).text(latin(bulletin.title));
  made.moveDown(0.3).fontSize(9).font(SANS);
  for (const [name, value] of bulletin.head) made.text(latin(`${name}: ${value}`));
  for (const section of bulletin.sections) addSection(made, section);
  if (bulletin.sources.length > 0) {
    addHeading(made, 'Sources');
    made.font(SANS).fontSize(7);
    for (const [n, source] of bulletin.sources.entries()) made.text(latin(`[${n + 1}] ${source}`));
  }
  const { start, count } = made.bufferedPageRange();
  for (let page = start; page < start + count; page++) {
    made.switchToPage(page);
    const { top, bottom } = made.page.margins;
    // Text in the margins would begin a new page.
    Object.assign(made.page.margins, { top: 0, bottom: 0 });
    made
      .font(SANS_BOLD)
      .fontSize(9)
      .text(bulletin.tlp, MARGIN, 24, { align: 'right', width: made.page.width - 2 * MARGIN });
    made.text(bulletin.tlp, MARGIN, made.page.height - 36, { align: 'right', width: made.page.width - 2 * MARGIN });
    made.font(SANS).text(`${page + 1} / ${count}`, MARGIN, made.page.height - 36, { align: 'left' });
    Object.assign(made.page.margins, { top, bottom });
  }
  made.end();
  return whole;
}

type Pdf = InstanceType<typeof PDFDocument>;

function addHeading(made: Pdf, heading: string): void {
  if (made.y > made.page.height - MARGIN - 80) made.addPage();
  made.moveDown(0.8).font(SANS_BOLD).fontSize(12).text(latin(heading), MARGIN).moveDown(0.2);
}

function addSection(made: Pdf, { heading, sentences, table }: Section): void {
  addHeading(made, heading);
  made
    .font(SERIF)
    .fontSize(10.5)
    .text(latin(sentences.map(sentenceText).join(' ')));
  if (!table || table.rows.length === 0) return;
  const width = (made.page.width - 2 * MARGIN) / table.head.length;
  made.moveDown(0.4).fontSize(7.5);
  addRow(made, table.head, width, SANS_BOLD);
  for (const row of table.rows) addRow(made, row, width, SANS);
  made.x = MARGIN;
}

function addRow(made: Pdf, cells: readonly string[], width: number, font: string): void {
  made.font(font);
  const height = Math.max(...cells.map((cell) => made.heightOfString(latin(cell), { width: width - 6 })));
  if (made.y + height > made.page.height - MARGIN) made.addPage();
  const top = made.y;
  for (const [n, cell] of cells.entries()) made.text(latin(cell), MARGIN + n * width, top, { width: width - 6 });
  made.y = top + height + 2;
}

/** The fonts that every reader has know Latin alone: what is outside becomes a question mark, and no text is lost in the other forms. */
function latin(text: string): string {
  return text.replace(/[^\u0020-\u007e\u00a0-\u00ff–—‘’“”•…€]/g, '?');
}
