/** Typing into whatever field has the focus, as a keyboard does it: with the events that its owner listens to. */

export type TextField = HTMLInputElement | HTMLTextAreaElement;

/** What has the focus, through every shadow root; null where that is no field of text. */
export function focusedField(root: DocumentOrShadowRoot = document): TextField | null {
  const active = root.activeElement;
  if (active?.shadowRoot) return focusedField(active.shadowRoot);
  return active && isField(active) ? active : null;
}

const isField = (element: Element): element is TextField =>
  element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;

/** The first field of text in sight that can be typed into, through every shadow root; null where there is none. */
export function firstField(root: ParentNode): TextField | null {
  for (const element of root.querySelectorAll('*')) {
    if (isField(element) && !element.readOnly && !element.disabled && element.checkVisibility()) return element;
    const inside = element.shadowRoot && firstField(element.shadowRoot);
    if (inside) return inside;
  }
  return null;
}

/** Puts the text where the caret is, in place of what is selected. Nothing happens where the field takes no more. */
export function insertText(field: TextField, text: string): void {
  const { from, to } = selectionOf(field);
  const free = field.maxLength < 0 ? Number.POSITIVE_INFINITY : field.maxLength - field.value.length + (to - from);
  if (text.length > free) return;
  change(field, 'insertText', text, from, to);
}

/** Takes away what is selected, or the sign before the caret. */
export function deleteBack(field: TextField): void {
  const { from, to } = selectionOf(field);
  const before = [...field.value.slice(0, from)].at(-1)?.length ?? 0;
  const start = from === to ? from - before : from;
  if (start < to) change(field, 'deleteContentBackward', null, start, to);
}

export function deleteAll(field: TextField): void {
  if (field.value !== '') change(field, 'deleteContentBackward', null, 0, field.value.length);
}

function change(field: TextField, inputType: string, data: string | null, from: number, to: number): void {
  if (field.readOnly || field.disabled) return;
  const event = { inputType, data, bubbles: true, composed: true };
  if (!field.dispatchEvent(new InputEvent('beforeinput', { ...event, cancelable: true }))) return;
  if (field.selectionStart === null) field.value = field.value.slice(0, from) + (data ?? '') + field.value.slice(to);
  else field.setRangeText(data ?? '', from, to, 'end');
  field.dispatchEvent(new InputEvent('input', event));
}

/** An e-mail field tells nobody where its caret is: then it is at the end. */
const selectionOf = ({ selectionStart, selectionEnd, value }: TextField): { from: number; to: number } => ({
  from: selectionStart ?? value.length,
  to: selectionEnd ?? value.length,
});
