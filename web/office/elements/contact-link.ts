import { html } from 'lit';
import { isEmail, isPhone } from '../../../shared/contact.ts';

/** How somebody can be reached, as they typed it: to be written to or called where it is an address or a number. */
export function renderContact(contact: string): unknown {
  if (isEmail(contact)) return html`<a href="mailto:${contact}">${contact}</a>`;
  return isPhone(contact) ? html`<a href="tel:${contact.replace(/[^+\d]/g, '')}">${contact}</a>` : contact;
}
