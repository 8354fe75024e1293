import type { ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit';
import { type FormField, formField } from './form-field.ts';

/** A field that knows what can be taken. */
export interface CheckedField extends Omit<FormField, 'error'> {
  /** What is meant by what was typed: without stray spaces at least. */
  read: (typed: string) => string;
  /** What to say of what was read; null where it can be taken. */
  check: (text: string) => string | null;
}

/**
 * The fields of a form, checked together when it is sent. What was wrong is said until it is right; nothing is said of what
 * is still being typed.
 */
export class TypedForm implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #fields: () => readonly CheckedField[];
  /** Of the fields found wrong, by their ids; what the server refused has its own words. */
  readonly #wrong = new Map<string, { refused: string | null }>();

  constructor(host: ReactiveControllerHost & HTMLElement, fields: () => readonly CheckedField[]) {
    this.#host = host;
    this.#fields = fields;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.addEventListener('input', this.#onInput);
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('input', this.#onInput);
  }

  render(): TemplateResult[] {
    return this.#fields().map(({ read, check, ...field }) => {
      const wrong = this.#wrong.get(field.id);
      const error = wrong ? (wrong.refused ?? check(read(this.#input(field.id)?.value ?? ''))) : null;
      return formField({ ...field, error });
    });
  }

  /** What was typed, by the fields' ids. Null where something is wrong: it is said, and the first such field has the focus. */
  read(): Record<string, string> | null {
    const fields = this.#fields();
    const read = fields.map((field) => [field.id, field.read(this.#input(field.id)?.value ?? '')] as const);
    this.#wrong.clear();
    fields.forEach(({ id, check }, at) => {
      if (check(read[at]?.[1] ?? '') !== null) this.#wrong.set(id, { refused: null });
    });
    this.#host.requestUpdate();
    const [first] = this.#wrong.keys();
    if (first === undefined) return Object.fromEntries(read);
    this.focus(first);
    return null;
  }

  /** The server does not take this field. False where there is none of that name. */
  refuse(id: string, message: string): boolean {
    if (!this.#fields().some((field) => field.id === id)) return false;
    this.#wrong.set(id, { refused: message });
    this.#host.requestUpdate();
    this.focus(id);
    return true;
  }

  /** Empties the fields: what was typed is taken, and must not stay (a password). */
  clear(): void {
    for (const { id } of this.#fields()) {
      const input = this.#input(id);
      if (input) input.value = '';
    }
  }

  /** After the next paint, so that what is wrong with the field is read with it. */
  focus(id: string): void {
    void this.#host.updateComplete.then(() => this.#input(id)?.focus());
  }

  #input(id: string): HTMLInputElement | null | undefined {
    return this.#host.shadowRoot?.querySelector<HTMLInputElement>(`#${id}`);
  }

  readonly #onInput = (event: Event): void => {
    const input = event.composedPath()[0];
    if (!(input instanceof HTMLInputElement)) return;
    const field = this.#fields().find(({ id }) => id === input.id);
    const wrong = field && this.#wrong.get(field.id);
    if (!wrong) return;
    if (wrong.refused !== null || field.check(field.read(input.value)) === null) this.#wrong.delete(field.id);
    this.#host.requestUpdate();
  };
}
