/** An emptied field is empty for whatever still holds on to it. */
export function emptyFields(root: ParentNode): void {
  for (const element of root.querySelectorAll('*')) {
    if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) element.value = '';
    if (element.shadowRoot) emptyFields(element.shadowRoot);
  }
}

/** Somebody has typed something, however deep the field stands. */
export function isAnythingTyped(root: ParentNode): boolean {
  return [...root.querySelectorAll('*')].some(
    (element) =>
      ((element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) && element.value !== '') ||
      (element.shadowRoot !== null && isAnythingTyped(element.shadowRoot)),
  );
}

/** Takes what somebody typed or was shown out of the document. */
export function leaveNothing(page: Document = document): void {
  emptyFields(page);
  page.getSelection()?.removeAllRanges();
  page.body.replaceChildren();
  // We write nothing there; a package might.
  sessionStorage.clear();
}

/**
 * The same page anew, in place of this one: its document and its memory go, and the history is no longer than before. Without
 * what may stand behind `?` and `#`: with the latter the browser would only scroll.
 */
export const startAnew = (): void => location.replace(location.pathname);

/**
 * Whichever way the page is left, nothing of it is left behind, also where the browser keeps it for going back; and nothing
 * can be taken along. Before this the page must have shown nothing.
 */
export function guardPage(): void {
  history.scrollRestoration = 'manual';
  addEventListener('pagehide', () => leaveNothing());
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) startAnew();
  });
  for (const taking of ['contextmenu', 'copy', 'cut', 'dragstart']) {
    addEventListener(taking, (event) => event.preventDefault());
  }
  // No page can close a printing dialog, and as long as one is open none can be cleared. What may be printed has a button.
  addEventListener('keydown', (event) => {
    if (event.code === 'KeyP' && (event.ctrlKey || event.metaKey)) event.preventDefault();
  });
}
