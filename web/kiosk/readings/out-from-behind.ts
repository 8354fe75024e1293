/** What belongs together: seen as a whole when the focus comes into it. */
const wholes = 'meter-face, problem-note, .field';
/** What has to be seen of it at the least: the drums, or the field, without what is said of them if nothing is wrong. */
const cores = ['.counter', 'input:not([aria-invalid="true"])'];
/** Between what is brought into sight and what would cover it, in CSS pixels. */
const air = 8;

interface Span {
  top: number;
  bottom: number;
}

/**
 * Brings what has got the focus out from behind the hand of its screen (`besideKeys`), with the screen's heading, which says whose
 * it is, as far as both have room. `path`: the composed path of the event, which is empty once the event is over.
 */
export function outFromBehind(path: readonly EventTarget[], hand: HTMLElement | null): void {
  const elements = path.filter((node) => node instanceof HTMLElement);
  const whole = elements.find((node) => node.matches(wholes));
  const core = cores.flatMap((one) => elements.find((node) => node.matches(one)) ?? [])[0] ?? whole;
  if (!hand || !whole || !core) return;
  // The browser brings it into the window first, and knows nothing of the hand.
  requestAnimationFrame(() => bringIntoSight(whole, core, hand));
}

function bringIntoSight(whole: HTMLElement, core: HTMLElement, hand: HTMLElement): void {
  const [wholeBox, coreBox] = [whole.getBoundingClientRect(), core.getBoundingClientRect()];
  // Its screen has gone on meanwhile.
  if (wholeBox.height === 0) return;
  const floor = floorOver(wholeBox, hand);
  // From the top of the page all that counts is there: it is where people look first, and its frame is whole.
  const { bottom: needed } = whole.matches('meter-face') ? coreBox : wholeBox;
  if (needed + scrollY + air <= floor) {
    scrollTo(0, 0);
    return;
  }
  const spans = spansOf(wholeBox, coreBox, faceOf(whole), hand);
  const least = { top: wholeBox.top, bottom: coreBox.bottom };
  const { top, bottom } = spans.find((span) => span.bottom - span.top + 2 * air <= floor) ?? least;
  if (bottom + air > floor) scrollBy(0, Math.min(bottom + air - floor, top - air));
  else if (top < air) scrollBy(0, top - air);
}

/** Down to where nothing covers it: a hand beside it, or one that does not stick, covers nothing; the frame's own edge does. */
function floorOver(whole: DOMRect, hand: HTMLElement): number {
  const { left, top } = hand.getBoundingClientRect();
  const { bottom, position } = getComputedStyle(hand);
  const edge = Number.parseFloat(position === 'sticky' ? bottom : getComputedStyle(hand).getPropertyValue('--footer'));
  const frame = innerHeight - (edge || 0);
  return left >= whole.right || position !== 'sticky' ? frame : Math.min(top, frame);
}

/** What the question in `whole` is about. */
function faceOf(whole: HTMLElement): DOMRect | null {
  if (!whole.matches('problem-note')) return null;
  const face = (whole.getRootNode() as ParentNode).querySelector('meter-face');
  return face?.getBoundingClientRect() ?? null;
}

/** What would best be seen together, the most first. */
function spansOf(whole: DOMRect, core: DOMRect, face: DOMRect | null, hand: HTMLElement): readonly Span[] {
  const root = hand.getRootNode() as ParentNode;
  const tops = ['.title', 'h1']
    .flatMap((selector) => root.querySelector(selector)?.getBoundingClientRect() ?? [])
    .filter(({ top, height }) => height > 0 && top < whole.top)
    .flatMap(({ top }) => [
      { top, bottom: whole.bottom },
      { top, bottom: core.bottom },
    ]);
  // A question is read with what it is about.
  return face ? [...tops, { top: face.top, bottom: whole.bottom }, whole] : [...tops, whole];
}

/** The hand of the screen that shows this part. */
export function handOf(part: Element): HTMLElement | null {
  const root = part.getRootNode();
  return root instanceof ShadowRoot ? root.querySelector<HTMLElement>('.hand') : null;
}
