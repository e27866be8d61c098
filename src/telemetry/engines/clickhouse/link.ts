/** A way to a ClickHouse: a server by HTTP, or the engine inside this process (tests). */
export interface ClickhouseLink {
  /** Runs a statement without a result on every shard that is known by an address of its own. */
  everywhere(sql: string): Promise<void>;
  /** Runs a statement without a result on the first server. */
  command(sql: string): Promise<void>;
  /** Inserts rows, one JSON object a line, into a table of the first server. */
  insert(table: string, lines: readonly string[]): Promise<void>;
  /** Rows of a statement, asked of the first server; columns come by their position. */
  rows(sql: string): AsyncIterable<readonly unknown[]>;
  close(): Promise<void>;
}

/** Limits that statements may need above the defaults; all of them are known to version 18.16. */
export const SETTINGS = {
  max_query_size: '4194304',
  max_ast_depth: '10000',
  max_ast_elements: '1000000',
  max_expanded_ast_elements: '4000000',
  // Rows count as inserted when the shards have them.
  insert_distributed_sync: '1',
} as const;
