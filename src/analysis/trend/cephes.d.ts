/** What is used of the package; its own types cannot be resolved through its `exports`. */
declare module 'cephes' {
  const cephes: {
    readonly compiled: Promise<void>;
    readonly lgam: (x: number) => number;
    readonly incbet: (a: number, b: number, x: number) => number;
    readonly incbi: (a: number, b: number, p: number) => number;
    readonly igam: (a: number, x: number) => number;
    readonly ndtr: (z: number) => number;
  };
  export default cephes;
}
