import { css, html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { controls } from '../styles/controls.ts';
import { paths } from './paths.ts';
import { ScreenElement } from './screen-element.ts';
import { SupportWatch } from './support-watch.ts';
import '../elements/mb-icon.ts';

/** That the office has written, with the way there. Nothing where it has not. Its words are of the area `support`. */
@customElement('home-support')
export class HomeSupport extends ScreenElement {
  static override styles = [
    controls,
    css`
      a {
        display: flex;
        gap: 0.625rem;
        align-items: center;
        min-height: var(--target);
        padding: 0.625rem 1rem;
        border: 1px solid var(--warn-line);
        border-radius: var(--radius);
        background: var(--warn-wash);
        color: var(--ink);
        font-weight: 600;
      }
      :host(.none) {
        display: none;
      }
    `,
  ];

  private readonly watch = new SupportWatch(this, () => this.app);

  protected override willUpdate(): void {
    this.classList.toggle('none', (this.watch.view?.unread ?? 0) === 0);
  }

  override render(): unknown {
    const { words } = this;
    const unread = (this.watch.view?.conversations ?? []).filter((one) => one.unread);
    const [first] = unread;
    if (!first) return nothing;
    const only = unread.length === 1;
    return html`<a href=${only ? paths.conversation(first.id) : paths.support}>
      <mb-icon name="mail"></mb-icon>
      <span>${
        only && first.question
          ? words.text('support-home-question')
          : words.text('support-home', { count: unread.length })
      }</span>
    </a>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'home-support': HomeSupport;
  }
}
