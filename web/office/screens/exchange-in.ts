import { Task } from '@lit/task';
import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { type BroughtKind, fileKinds } from '../../../shared/exchange-desk.ts';
import type { ExchangeKind } from '../../../shared/exchange-fields.ts';
import { type MappingProfile, withoutSource } from '../../../shared/mapping-profile.ts';
import type { ProfileChosen, ProfilesChanged } from '../elements/exchange-profiles.ts';
import { exchangeStyles } from '../elements/exchange-styles.ts';
import type { MappingChanged } from '../elements/mapping-changed.ts';
import type { Preview, SavedProfile, UploadView } from '../exchange-types.ts';
import { fieldText, fileProblemText, kindText, sizeText } from '../exchange-words.ts';
import { OfficeScreen } from '../office-screen.ts';
import { office } from '../styles.ts';
import { renderApplied } from './exchange-applied.ts';
import { type Encoding, renderEncoding } from './exchange-encoding.ts';
import '../elements/exchange-mapping.ts';
import '../elements/exchange-preview.ts';
import '../elements/exchange-profiles.ts';
import '../elements/exchange-rows.ts';

/** A file that has come: what it holds, how it is read, and trying it out. */
@customElement('office-exchange-in')
export class OfficeExchangeIn extends OfficeScreen {
  static override styles = [
    office,
    exchangeStyles,
    css`
      .tools label {
        flex: 0 1 18rem;
      }
    `,
  ];

  @property() upload = '';

  /** Null: as guessed. */
  @state() private chosenKind: BroughtKind | null = null;
  /** How it is read; undefined: as proposed, once that is known. */
  @state() private profile: MappingProfile | null | undefined;
  @state() private saved: SavedProfile | null = null;
  @state() private profiles: readonly SavedProfile[] = [];
  /** Where no profile says it. */
  @state() private encoding: Encoding | null = null;
  @state() private proposedBy: 'ours' | 'last' | 'saved' | 'guess' | null = null;
  @state() private working = false;
  @state() private failure: unknown = null;

  private readonly file = new Task(this, {
    args: () => [this.upload] as const,
    task: ([upload]) => this.office.api.exchange.upload.query({ upload }),
  });

  private readonly proposal = new Task(this, {
    args: () => [this.upload, this.tableKind] as const,
    task: async ([upload, kind]) => {
      if (kind === null) return null;
      const { exchange } = this.office.api;
      const [profiles, answer] = await Promise.all([
        exchange.profiles.list.query({ kind }),
        exchange.propose.query({ upload, kind }),
      ]);
      if (kind !== this.tableKind) return null;
      const { proposal } = answer;
      this.profiles = profiles;
      this.profile = proposal ? proposal.profile : null;
      this.saved = profiles.find(({ id }) => id === proposal?.saved) ?? null;
      this.proposedBy = proposal?.by ?? null;
      return kind;
    },
  });

  private readonly preview = new Task(this, {
    args: () => [this.upload, this.tableKind, this.profile, this.encoding] as const,
    task: async ([upload, kind, profile, encoding]): Promise<Preview | null> => {
      if (kind === null || profile === undefined || (profile && profile.kind !== kind)) return null;
      return this.office.api.exchange.preview.query({ upload, kind, profile, encoding: profile ? null : encoding });
    },
  });

  private get kind(): BroughtKind | null {
    return this.chosenKind ?? this.file.value?.guessed ?? null;
  }

  private get tableKind(): ExchangeKind | null {
    return this.kind === 'pdfs' ? null : this.kind;
  }

  /** Of the profile: fields that must be there and are not. */
  private get missing(): string[] {
    return this.profile ? withoutSource(this.profile) : [];
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has('upload')) return;
    this.chosenKind = null;
    this.startAnew();
  }

  private startAnew(): void {
    this.profile = undefined;
    this.saved = null;
    this.encoding = null;
    this.proposedBy = null;
    this.failure = null;
  }

  override render(): TemplateResult {
    const { words } = this;
    const { value, error } = this.file;
    return html`<div class="screen">
      <p><a href="/office/exchange">${words.text('exchange-title')}</a></p>
      <h1 tabindex="-1">${value && value.id === this.upload ? value.name : words.text('exchange-bring-in')}</h1>
      ${error !== undefined ? this.renderFailure(error) : value ? this.renderFile(value) : this.renderPending()}
    </div>`;
  }

  private renderFile(file: UploadView): TemplateResult {
    const { words, kind } = this;
    return html`<p class="soft">${sizeText(words, file.size)}</p>
      ${renderApplied(this.office, file.applied)}
      <div class="tools">
        <label>
          <span>${words.text('exchange-holds')}</span>
          <select @change=${this.onKind}>
            ${kind === null ? html`<option value="" .selected=${true}>${words.text('exchange-choose-kind')}</option>` : nothing}
            ${fileKinds.map(
              (one) => html`<option value=${one} .selected=${one === kind}>${kindText(words, one)}</option>`,
            )}
          </select>
        </label>
      </div>
      ${kind === null ? html`<p>${words.text('exchange-kind-unknown')}</p>` : nothing}
      ${kind === 'pdfs' ? html`<p>${words.text('exchange-pdfs-text')}</p>` : nothing}
      ${this.tableKind === null ? nothing : this.renderTable()} ${kind === null ? nothing : this.renderTry()}`;
  }

  private renderTable(): unknown {
    const { words, profile } = this;
    const { error } = this.proposal;
    if (error !== undefined) return this.renderFailure(error);
    if (profile === undefined) return this.renderPending();
    const preview = this.preview.value;
    return html`<exchange-profiles
        .profiles=${this.profiles}
        .chosen=${this.saved}
        .profile=${profile}
        ?whole=${this.missing.length === 0}
        @profile-chosen=${this.onProfile}
        @profiles-changed=${this.onProfiles}
      ></exchange-profiles>
      ${this.proposedBy === null ? nothing : html`<p class="note"><mb-icon name="info"></mb-icon><span>${words.text(`exchange-proposed-${this.proposedBy}`)}</span></p>`}
      ${
        preview?.file?.container === 'csv' || preview?.problem?.code.startsWith('encoding_')
          ? renderEncoding(words, {
              chosen: profile ? profile.encoding : this.encoding,
              found: preview.file?.encoding ?? null,
              onChange: (encoding) => this.setEncoding(encoding),
            })
          : nothing
      }
      ${preview?.file ? html`<exchange-rows .file=${preview.file} .profile=${profile} @mapping-changed=${this.onMapping}></exchange-rows>` : nothing}
      ${this.preview.error === undefined ? nothing : this.renderFailure(this.preview.error)}
      ${
        preview
          ? html`<exchange-preview .preview=${preview}></exchange-preview>`
          : this.preview.error === undefined
            ? this.renderPending()
            : nothing
      }
      ${
        profile && preview?.file
          ? html`<exchange-mapping
              .profile=${profile}
              .file=${preview.file}
              @mapping-changed=${this.onMapping}
            ></exchange-mapping>`
          : nothing
      }`;
  }

  private setEncoding(encoding: Encoding | null): void {
    if (this.profile) this.profile = { ...this.profile, encoding };
    else this.encoding = encoding;
  }

  private renderTry(): TemplateResult {
    const { words, missing } = this;
    const problem = this.tableKind === null ? null : (this.preview.value?.problem ?? null);
    const may = this.mayTry;
    return html`<section>
      ${
        missing.length === 0
          ? nothing
          : html`<p class="failure"><mb-icon name="warning"></mb-icon><span>${words.text('exchange-missing', {
              fields: missing.map((field) => fieldText(words, field)).join(', '),
            })}</span></p>`
      }
      ${this.renderFailure(this.failure)}
      <div class="row">
        <button class="primary" type="button" aria-disabled=${!may} @click=${() => void this.tryOut()}>
          ${words.text('exchange-try')}
        </button>
        <span class="soft">
          ${problem ? fileProblemText(words, problem) : words.text('exchange-try-hint')}
        </span>
      </div>
    </section>`;
  }

  private get mayTry(): boolean {
    if (this.working || this.kind === null || this.missing.length > 0) return false;
    return this.kind === 'pdfs' || (this.profile !== undefined && this.preview.value?.problem === null);
  }

  private onKind(event: Event): void {
    this.startAnew();
    this.chosenKind = (event.target as HTMLSelectElement).value as BroughtKind;
  }

  private onProfile({ choice }: ProfileChosen): void {
    this.proposedBy = null;
    if (choice === 'fresh') void this.guess();
    else {
      this.saved = choice === 'ours' ? null : choice;
      this.profile = choice === 'ours' ? null : choice.profile;
    }
  }

  private async guess(): Promise<void> {
    const kind = this.tableKind;
    if (kind === null) return;
    this.failure = null;
    try {
      const { upload, encoding } = this;
      const { guess } = await this.office.api.exchange.guess.query({ upload, kind, encoding });
      if (kind !== this.tableKind) return;
      this.saved = null;
      if (guess) this.profile = guess.profile;
    } catch (error) {
      this.failure = error;
    }
  }

  private onMapping({ profile }: MappingChanged): void {
    this.proposedBy = null;
    this.profile = profile;
  }

  private async onProfiles({ saved }: ProfilesChanged): Promise<void> {
    const kind = this.tableKind;
    if (kind === null) return;
    try {
      this.profiles = await this.office.api.exchange.profiles.list.query({ kind });
      this.saved = this.profiles.find(({ id }) => id === saved?.id) ?? null;
    } catch (error) {
      this.failure = error;
    }
  }

  private async tryOut(): Promise<void> {
    const { kind, upload, profile = null, encoding } = this;
    if (!this.mayTry || kind === null) return;
    this.working = true;
    this.failure = null;
    try {
      const read =
        kind === 'pdfs' ? { profile: null, encoding: null } : { profile, encoding: profile ? null : encoding };
      const { job } = await this.office.api.exchange.tryOut.mutate({ upload, kind, ...read });
      this.office.navigate(`/office/exchange/job/${job}`);
    } catch (error) {
      this.failure = error;
    } finally {
      this.working = false;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'office-exchange-in': OfficeExchangeIn;
  }
}
