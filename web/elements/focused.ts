/** What has the focus, through every shadow root. */
export function focused({ activeElement }: Document | ShadowRoot): HTMLElement | null {
  const inside = activeElement?.shadowRoot ? focused(activeElement.shadowRoot) : null;
  return inside ?? (activeElement instanceof HTMLElement ? activeElement : null);
}
