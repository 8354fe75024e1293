/** Scrolls no further than is needed, also above an open keyboard, and at once where motion is unwelcome. */
export function intoSight(element: Element | null | undefined): void {
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  element?.scrollIntoView({ block: 'nearest', behavior: calm ? 'instant' : 'smooth' });
}
