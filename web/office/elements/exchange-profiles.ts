import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { MappingProfile } from '../../../shared/mapping-profile.ts';
import { mayActAs } from '../../../shared/staff.ts';
import { DialogDismissed } from '../../elements/mb-dialog.ts';
import { problemOf } from '../api.ts';
import type { SavedProfile } from '../exchange-types.ts';
import { OfficeScreen } from '../office-screen.ts';
import { office } from '../styles.ts';
import { exchangeStyles } from './exchange-styles.ts';
import '../../elements/mb-dialog.ts';

/** Another way of reading the file is chosen. `ours`: by our own names; `fresh`: a proposal, to be worked on. */
export class ProfileChosen extends Event {
  static readonly type = 'profile-chosen';
  readonly choice: 'ours' | 'fresh' | SavedProfile;

  constructor(choice: ProfileChosen['choice']) {
    super(ProfileChosen.type, { bubbles: true, composed: true });
    this.choice = choice;
  }
}

/** What is saved has changed: the list is to be asked for again. `saved`: what is to be chosen then; null: it was removed. */
export class ProfilesChanged extends Event {
  static readonly type = 'profiles-changed';
  readonly saved: SavedProfile | null;

  constructor(saved: SavedProfile | null) {
    super(ProfilesChanged.type, { bubbles: true, composed: true });
    this.saved = saved;
  }
}

type Asking = 'save' | 'rename' | 'remove' | null;

/**
 * The saved ways of reading a kind of file: choose, save, rename, remove.
 *
 * @fires ProfileChosen
 * @fires ProfilesChanged
 */
@customElement('exchange-profiles')
export class ExchangeProfiles extends OfficeScreen {
  static override styles = [
    office,
    exchangeStyles,
    css`
      .tools label {
        flex: 1 1 16rem;
        max-width: 28rem;
      }
    `,
  ];

  @property({ attribute: false }) profiles: readonly SavedProfile[] = [];
  /** What is chosen of them. */
  @property({ attribute: false }) chosen: SavedProfile | null = null;
  /** How the file is read now; null: its columns are ours. */
  @property({ attribute: false }) profile: MappingProfile | null = null;
  /** It lacks nothing that must be there. */
  @property({ type: Boolean }) whole = false;

  @state() private asking: Asking = null;
  @state() private failure: string | null = null;
  @state() private busy = false;
  @query('#name') private name!: HTMLInputElement | null;

  private get isChanged(): boolean {
    const { chosen, profile } = this;
    return chosen !== null && JSON.stringify(chosen.profile) !== JSON.stringify(profile);
  }

  override render(): TemplateResult {
    const { words, chosen, profile, isChanged } = this;
    const may = mayActAs(this.office.staff.role, 'manager');
    return html`<div class="tools">
        <label>
          <span>${words.text('exchange-profile')}</span>
          <select @change=${this.onChosen}>
            <option value="ours" .selected=${profile === null}>${words.text('exchange-profile-ours')}</option>
            <option value="fresh" .selected=${profile !== null && chosen === null}>${words.text('exchange-profile-fresh')}</option>
            ${this.profiles.map(
              (one) => html`<option value=${one.id} .selected=${one.id === chosen?.id}>${one.name}</option>`,
            )}
          </select>
        </label>
        ${
          may && profile !== null
            ? html`
                ${
                  isChanged
                    ? html`<button type="button" aria-disabled=${!this.whole} @click=${() => void this.keep()}>
                        ${words.text('exchange-profile-keep')}
                      </button>`
                    : nothing
                }
                ${
                  chosen === null || isChanged
                    ? html`<button type="button" aria-disabled=${!this.whole} @click=${() => this.whole && this.ask('save')}>
                        ${words.text('exchange-profile-save')}
                      </button>`
                    : nothing
                }
                ${
                  chosen === null
                    ? nothing
                    : html`<button class="quiet" type="button" @click=${() => this.ask('rename')}>
                          ${words.text('exchange-profile-rename')}
                        </button>
                        <button class="quiet" type="button" @click=${() => this.ask('remove')}>
                          ${words.text('exchange-profile-remove')}
                        </button>`
                }`
            : nothing
        }
      </div>
      <div role="alert">
        ${
          this.failure !== null && this.asking === null
            ? html`<p class="failure"><mb-icon name="warning"></mb-icon><span>${this.failure}</span></p>`
            : nothing
        }
      </div>
      ${this.asking === null ? nothing : this.renderDialog(this.asking)}`;
  }

  private renderDialog(asking: Exclude<Asking, null>): TemplateResult {
    const { words, chosen, failure } = this;
    const isRemoval = asking === 'remove';
    return html`<mb-dialog
      heading=${words.text(`exchange-profile-${asking}-title`)}
      @dialog-dismissed=${() => this.ask(null)}
    >
      <form id="form" novalidate @submit=${this.onSubmit}>
        ${
          isRemoval
            ? html`<p>${words.text('exchange-profile-remove-text', { name: chosen?.name ?? '' })}</p>`
            : html`<label>
                <span>${words.text('exchange-profile-name')}</span>
                <input id="name" maxlength="80" autocomplete="off" autofocus .value=${asking === 'rename' ? (chosen?.name ?? '') : ''} />
              </label>`
        }
        <div role="alert">${failure === null ? nothing : html`<p class="error">${failure}</p>`}</div>
      </form>
      <div class="row" slot="answers">
        <button class="primary" type="submit" form="form" aria-disabled=${this.busy} @click=${this.onSubmit}>
          ${words.text(isRemoval ? 'exchange-profile-remove' : 'exchange-save').replace('…', '')}
        </button>
        <button type="button" @click=${() => this.dispatchEvent(new DialogDismissed())}>
          ${words.text('exchange-cancel')}
        </button>
      </div>
    </mb-dialog>`;
  }

  private ask(asking: Asking): void {
    this.failure = null;
    this.asking = asking;
  }

  private onChosen(event: Event): void {
    const { value } = event.target as HTMLSelectElement;
    const saved = this.profiles.find(({ id }) => id === value);
    this.dispatchEvent(new ProfileChosen(saved ?? (value as 'ours' | 'fresh')));
  }

  private onSubmit(event: Event): void {
    event.preventDefault();
    const { asking, chosen, profile } = this;
    if (this.busy) return;
    if (asking === 'remove' && chosen) {
      void this.perform(async () => {
        await this.office.api.exchange.profiles.remove.mutate({ id: chosen.id });
        return null;
      });
      return;
    }
    const name = this.name?.value.trim() ?? '';
    if (name === '') {
      this.failure = this.words.text('exchange-profile-nameless');
      this.name?.focus();
    } else if (asking === 'rename' && chosen) {
      void this.save({ id: chosen.id, name, profile: chosen.profile, changedAt: chosen.changedAt });
    } else if (profile) void this.save({ id: null, name, profile, changedAt: null });
  }

  private async keep(): Promise<void> {
    const { chosen, profile } = this;
    if (!this.whole || !chosen || !profile || this.busy) return;
    const { id, name, changedAt } = chosen;
    await this.save({ id, name, profile, changedAt });
  }

  private save(input: {
    id: string | null;
    name: string;
    profile: MappingProfile;
    changedAt: SavedProfile['changedAt'] | null;
  }): Promise<void> {
    return this.perform(() => this.office.api.exchange.profiles.save.mutate(input));
  }

  private async perform(work: () => Promise<SavedProfile | null>): Promise<void> {
    this.busy = true;
    this.failure = null;
    try {
      const saved = await work();
      this.asking = null;
      this.dispatchEvent(new ProfilesChanged(saved));
    } catch (error) {
      this.failure = this.failureText(error);
      // Somebody else was faster: how it stands now.
      const code = problemOf(error)?.code;
      if (code === 'changed_meanwhile' || code === 'not_found') this.dispatchEvent(new ProfilesChanged(this.chosen));
    } finally {
      this.busy = false;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'exchange-profiles': ExchangeProfiles;
  }
  interface HTMLElementEventMap {
    'profile-chosen': ProfileChosen;
    'profiles-changed': ProfilesChanged;
  }
}
