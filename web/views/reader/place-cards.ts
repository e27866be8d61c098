/** A card of the margin: where its sentence stands and how tall it is, in pixels. */
export interface CardBox {
  readonly wanted: number;
  readonly height: number;
}

/**
 * Tops for cards (given in the order of the text) such that none covers another and each is near its sentence. The card in
 * focus stands exactly beside its sentence; those before it make room upwards as far as there is any.
 */
export function placeCards(boxes: readonly CardBox[], focus: number, gap: number): number[] {
  const tops = boxes.map((box) => box.wanted);
  const at = focus >= 0 && focus < boxes.length ? focus : 0;
  for (let i = at - 1; i >= 0; i--) tops[i] = Math.min(tops[i]!, tops[i + 1]! - boxes[i]!.height - gap);
  // What was pushed above the top of the page comes down again, and pushes on.
  let floor = 0;
  for (let i = 0; i < boxes.length; i++) {
    tops[i] = Math.max(tops[i]!, floor);
    floor = tops[i]! + boxes[i]!.height + gap;
  }
  return tops;
}
