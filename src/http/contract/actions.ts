import type { ActionName, ActionOutput } from '../../actions/action-map.ts';
import type { HuntOutcome } from '../../model/hunt-view.ts';

export type * from '../../actions/action-map.ts';

/**
 * `POST /api/actions/NAME` with the input as JSON answers `{ ok: true, output }` or `{ ok: false, error: { code, message } }`.
 * `code` is one of usage, not-found, unavailable, refused, internal.
 */
export type ActionAnswer<N extends ActionName> =
  | { readonly ok: true; readonly output: ActionOutput<N> }
  | { readonly ok: false; readonly error: { readonly code: string; readonly message: string } };

/**
 * `POST /api/upload?name=NAME` with the file as body streams newline-delimited JSON: any number of progress lines, then one
 * result. One file a request.
 */
export type UploadLine =
  | {
      readonly type: 'progress';
      readonly stage: 'extract' | 'read' | 'store';
      readonly done: number;
      readonly of: number;
    }
  | { readonly type: 'result'; readonly output: ActionOutput<'documents.add'> }
  | { readonly type: 'error'; readonly error: { readonly code: string; readonly message: string } };

/**
 * `POST /api/hunt` with `HuntInput` as JSON streams newline-delimited JSON: any number of progress lines, then a result or an
 * error. Closing the connection stops the hunt.
 */
export type HuntLine =
  | { readonly type: 'progress'; readonly done: number; readonly of: number; readonly hits: number }
  | { readonly type: 'result'; readonly output: HuntOutcome }
  | { readonly type: 'error'; readonly error: { readonly code: string; readonly message: string } };
