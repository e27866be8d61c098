/** Whether the JavaScript engine, which backtracks, is sure to finish quickly with an expression. */
export function isHarmless(source: string): boolean {
  return (source.match(/[*+]|\{\d+,/g) ?? []).length <= 1;
}
