import type { ActionName, ActionOutput } from '../../actions/action-map.ts';

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
