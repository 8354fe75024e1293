/** What belongs together: seen as a whole when the focus comes into it. */
const wholes = 'meter-face, problem-note, .field';

/**
 * Brings what has got the focus out from behind the hand of its screen (`besideKeys`). `path`: the composed path of the event,
 * which is empty once the event is over.
 */
export function outFromBehind(path: readonly EventTarget[], hand: HTMLElement | null): void {
  const whole = path.filter((node) => node instanceof HTMLElement).find((node) => node.matches(wholes));
  if (!hand || !whole) return;
  // The browser brings it into the window first, and knows nothing of the hand.
  requestAnimationFrame(() => {
    const box = whole.getBoundingClientRect();
    const { left, top } = hand.getBoundingClientRect();
    const frame = innerHeight - (Number.parseFloat(getComputedStyle(hand).bottom) || 0);
    // Beside it, or below it and out of the window, the hand covers nothing; the frame's own edge does.
    const floor = left >= box.right ? frame : Math.min(top, frame);
    if (box.bottom > floor) scrollBy(0, Math.min(box.bottom - floor + 8, box.top - 8));
    else if (box.top < 0) scrollBy(0, box.top - 8);
  });
}

/** The hand of the screen that shows this part. */
export function handOf(part: Element): HTMLElement | null {
  const root = part.getRootNode();
  return root instanceof ShadowRoot ? root.querySelector<HTMLElement>('.hand') : null;
}
