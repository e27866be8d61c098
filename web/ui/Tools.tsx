import { type RefObject, useState } from 'react';
import { asCsv, asJson, type Row, save } from '../files/data.ts';
import { savePng, saveSvg } from '../files/figure.ts';
import { notice } from '../notices.ts';
import styles from './Tools.module.css';

interface Props {
  /** Name of the files, without ending. */
  readonly name: string;
  /** The view as Markdown, for a report. */
  readonly markdown?: () => string;
  /** Rows on screen, for CSV and JSON. */
  readonly rows?: () => readonly Row[];
  /** Addresses of the same data from the program, where a view shows only part of it. */
  readonly links?: { readonly csv: string; readonly json: string };
  readonly figure?: RefObject<SVGSVGElement | null>;
}

/** Copy link, copy as Markdown, download data and figure: on every view that shows something. */
export function Tools({ name, markdown, rows, links, figure }: Props) {
  const [open, setOpen] = useState(false);
  const copy = (text: string, what: string) => {
    navigator.clipboard.writeText(text).then(
      () => notice(`${what} copied.`),
      () => notice('The browser did not allow copying.'),
    );
  };
  const withFigure = (run: (svg: SVGSVGElement, file: string) => void, ending: string) => () => {
    if (figure?.current) run(figure.current, `${name}.${ending}`);
    else notice('The figure is not drawn yet.');
    setOpen(false);
  };
  return (
    <>
      <button type="button" onClick={() => copy(window.location.href, 'Link')}>
        Copy link
      </button>
      {markdown && (
        <button type="button" onClick={() => copy(markdown(), 'Markdown')}>
          Copy as Markdown
        </button>
      )}
      {(rows || links || figure) && (
        // biome-ignore lint/a11y/noStaticElementInteractions: Escape and leaving close the menu; its buttons do the work.
        <div
          className={styles.menu}
          onKeyDown={(event) => event.key === 'Escape' && setOpen(false)}
          onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && setOpen(false)}
        >
          <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
            Download
          </button>
          {open && (
            <div className={styles.list}>
              {figure && (
                <>
                  <button type="button" data-plain onClick={withFigure(saveSvg, 'svg')}>
                    Figure as SVG
                  </button>
                  <button type="button" data-plain onClick={withFigure(savePng, 'png')}>
                    Figure as PNG
                  </button>
                </>
              )}
              {links
                ? (['csv', 'json'] as const).map((ending) => (
                    <a key={ending} className="button" href={links[ending]} download={`${name}.${ending}`}>
                      Data as {ending.toUpperCase()}
                    </a>
                  ))
                : rows && (
                    <>
                      <button type="button" data-plain onClick={() => save(`${name}.csv`, 'text/csv', asCsv(rows()))}>
                        Data as CSV
                      </button>
                      <button
                        type="button"
                        data-plain
                        onClick={() => save(`${name}.json`, 'application/json', asJson(rows()))}
                      >
                        Data as JSON
                      </button>
                    </>
                  )}
            </div>
          )}
        </div>
      )}
    </>
  );
}
