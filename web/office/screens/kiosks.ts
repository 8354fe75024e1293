import { Task } from '@lit/task';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { toEpochMs } from '../../../shared/instant.ts';
import { type Kiosk, type KioskCode, mostWrongProofs, takesInUntil } from '../../../shared/kiosk.ts';
import { mayActAs } from '../../../shared/staff.ts';
import { localDay } from '../../../shared/window.ts';
import { done } from '../done-styles.ts';
import type { KioskNamed } from '../elements/kiosk-name.ts';
import { OfficeScreen } from '../office-screen.ts';
import { office } from '../styles.ts';
import { kioskList } from './kiosks-styles.ts';
import '../../elements/empty-note.ts';
import '../elements/confirm-dialog.ts';
import '../elements/kiosk-code.ts';
import '../elements/kiosk-key-list.ts';
import '../elements/kiosk-locks.ts';
import '../elements/kiosk-name.ts';
import '../elements/kiosk-work.ts';

/** What is done only after it was said what it means. */
type Question = 'print-on' | 'print-off' | 'renew' | 'revoke' | 'close';

const saidAfter = {
  'print-on': 'kiosks-print-set',
  'print-off': 'kiosks-print-set',
  revoke: 'kiosks-revoked',
  close: 'kiosks-closed-now',
} as const;

/** What is open over the list. */
type Open =
  | { what: 'add' }
  | { what: 'rename' | Question; kiosk: Kiosk }
  | { what: 'code'; code: KioskCode; name: string };

/** The kiosks of the company: where they stand, whether they live, and what waits of them. Managers change them. */
@customElement('office-kiosks')
export class OfficeKiosks extends OfficeScreen {
  static override styles = [...office, done, ...kioskList];

  @state() private open: Open | null = null;
  /** What was done last, in words. */
  @state() private said: string | null = null;
  private readonly list = new Task(this, {
    task: () => this.office.api.kiosks.list.query(),
    args: () => [] as const,
  });

  override render(): TemplateResult {
    const { words, list } = this;
    return html`<div class="screen" @dialog-dismissed=${this.onDismissed} @kiosk-named=${this.onNamed}>
      <div class="row spread head">
        <div>
          <h1 tabindex="-1">${words.text('kiosks-title')}</h1>
          <p class="soft">${words.text('kiosks-lead')}</p>
        </div>
        ${
          this.mayChange
            ? html`<button class="primary" type="button" @click=${() => this.show({ what: 'add' })}>
                ${words.text('kiosks-add')}
              </button>`
            : nothing
        }
      </div>
      <p class="done" role="status">${this.said}</p>
      <kiosk-work></kiosk-work>
      ${list.render({
        pending: () => (list.value ? this.renderAll(list.value) : this.renderPending()),
        complete: (all) => this.renderAll(all),
        error: this.renderFailure,
      })}
      <kiosk-locks></kiosk-locks>
      ${mayActAs(this.office.staff.role, 'administrator') ? html`<kiosk-key-list></kiosk-key-list>` : nothing}
      ${this.renderOpen()}
    </div>`;
  }

  private get mayChange(): boolean {
    return mayActAs(this.office.staff.role, 'manager');
  }

  private renderAll(all: readonly Kiosk[]): TemplateResult {
    const { words } = this;
    if (all.length === 0) {
      return html`<empty-note icon="readings" heading=${words.text('kiosks-none-title')}>
        <p>${words.text('kiosks-none')}</p>
      </empty-note>`;
    }
    const used = all.filter(({ state: standing }) => standing !== 'revoked');
    const revoked = all.filter(({ state: standing }) => standing === 'revoked');
    return html`${used.length > 0 ? this.renderTable(used) : nothing}
    ${
      revoked.length > 0
        ? html`<details>
            <summary>${words.text('kiosks-revoked-ones')} (${revoked.length})</summary>
            ${this.renderTable(revoked)}
          </details>`
        : nothing
    }`;
  }

  private renderTable(kiosks: readonly Kiosk[]): TemplateResult {
    const { words } = this;
    return html`<table>
      <thead>
        <tr>
          <th scope="col">${words.text('kiosks-name')}</th>
          <th scope="col">${words.text('kiosks-state')}</th>
          <th scope="col">${words.text('kiosks-seen')}</th>
          <th scope="col">${words.text('kiosks-holds')}</th>
          <th scope="col"><span class="visually-hidden">${words.text('kiosks-actions')}</span></th>
        </tr>
      </thead>
      <tbody>
        ${kiosks.map((kiosk) => this.renderOne(kiosk))}
      </tbody>
    </table>`;
  }

  private renderOne(kiosk: Kiosk): TemplateResult {
    const { words } = this;
    const { name, state: standing, seenAt, appVersion, codeUntil, revokedAt, reusedAt, prints, wrongProofs } = kiosk;
    const now = this.office.now();
    const since = standing === 'revoked' && revokedAt !== null ? words.moment(toEpochMs(revokedAt), now) : null;
    return html`<tr class=${standing}>
      <th scope="row" class="name">${name}</th>
      <td>
        ${words.text(`kiosks-state-${standing}`)}
        ${since === null ? nothing : html`<small>${since}</small>`}
        ${
          codeUntil === null
            ? nothing
            : html`<small>${words.text('kiosks-code-until', { time: words.time(toEpochMs(codeUntil)) })}</small>`
        }
        ${
          wrongProofs === 0
            ? nothing
            : html`<small class="warned">${words.text('kiosks-wrong-proofs', { count: wrongProofs, more: wrongProofs >= mostWrongProofs ? 'yes' : 'no' })}</small>`
        }
        ${
          reusedAt === null || standing === 'revoked'
            ? nothing
            : html`<small class="warned">${words.text('kiosks-reused', { at: words.moment(toEpochMs(reusedAt), now) })}</small>`
        }
        ${prints && standing !== 'revoked' ? html`<small>${words.text('kiosks-prints')}</small>` : nothing}
      </td>
      <td data-of=${words.text('kiosks-seen')}>
        ${seenAt === null ? words.text('kiosks-seen-never') : words.moment(toEpochMs(seenAt), now)}
        ${appVersion === null ? nothing : html`<small>${words.text('kiosks-version', { version: appVersion })}</small>`}
      </td>
      <td data-of=${words.text('kiosks-holds')}>${this.renderHeld(kiosk)}</td>
      <td class="acting">
        ${this.mayChange ? html`<div class="actions">${this.renderActions(kiosk)}</div>` : nothing}
      </td>
    </tr>`;
  }

  /** What it held when it was heard of last; of one that was revoked, what came of that since. */
  private renderHeld(kiosk: Kiosk): TemplateResult {
    const { words } = this;
    const { waiting, waitingSince, refused, cameSince } = kiosk;
    const now = this.office.now();
    const since = waiting === 0 || waitingSince === null ? null : words.moment(toEpochMs(waitingSince), now);
    if (kiosk.seenAt === null) return html`${words.text('kiosks-holds-unknown')} ${this.renderTakesIn(kiosk)}`;
    return html`${waiting === 0 ? words.text('kiosks-holds-nothing') : words.text('kiosks-holds-some', { count: waiting })}
    ${since === null ? nothing : html`<small>${words.text('kiosks-holds-since', { at: since })}</small>`}
    ${refused === 0 ? nothing : html`<small>${words.text('kiosks-holds-refused', { count: refused })}</small>`}
    ${
      cameSince === null || cameSince.all === 0
        ? nothing
        : html`<small>${words.text('kiosks-came-since', { count: cameSince.all })}</small>
            ${cameSince.held === 0 ? nothing : html`<small>${words.text('kiosks-came-held', { count: cameSince.held })}</small>`}`
    }
    ${this.renderTakesIn(kiosk)}`;
  }

  private renderTakesIn(kiosk: Kiosk): TemplateResult | typeof nothing {
    const { words } = this;
    const until = takesInUntil(kiosk);
    if (until === null) return nothing;
    const lastDay = localDay(toEpochMs(until) - 1, words.timeZone);
    return html`<small>${this.takesIn(kiosk) ? words.text('kiosks-takes-in-until', { day: words.day(lastDay, 'until') }) : words.text('kiosks-closed')}</small>`;
  }

  /** Of one that was revoked: whether it would still matter to close it. */
  private takesIn(kiosk: Kiosk): boolean {
    const until = takesInUntil(kiosk);
    return until !== null && toEpochMs(until) > this.office.now();
  }

  private renderActions(kiosk: Kiosk): TemplateResult[] {
    const { words } = this;
    const acts: readonly ('rename' | Question)[] =
      kiosk.state !== 'revoked'
        ? ['rename', kiosk.prints ? 'print-off' : 'print-on', 'renew', 'revoke']
        : this.takesIn(kiosk)
          ? ['close']
          : [];
    return acts.map((what) => {
      const says = words.text(`kiosks-${what}`);
      return html`<button
        type="button"
        aria-label=${words.text('kiosks-of', { name: kiosk.name, what: says })}
        @click=${() => this.show({ what, kiosk })}
      >
        ${says}
      </button>`;
    });
  }

  private renderOpen(): TemplateResult | typeof nothing {
    const { open } = this;
    if (open === null) return nothing;
    switch (open.what) {
      case 'add':
        return html`<kiosk-name></kiosk-name>`;
      case 'rename':
        return html`<kiosk-name .kiosk=${open.kiosk}></kiosk-name>`;
      case 'code':
        return html`<kiosk-code .code=${open.code} .name=${open.name}></kiosk-code>`;
      default:
        return this.renderQuestion(open.what, open.kiosk);
    }
  }

  private renderQuestion(what: Question, kiosk: Kiosk): TemplateResult {
    const { words } = this;
    const { name } = kiosk;
    return html`<confirm-dialog
      heading=${words.text(`kiosks-${what}-title`, { name })}
      confirm=${words.text(what === 'revoke' ? 'kiosks-revoke' : `kiosks-${what}-do`)}
      cancel=${words.text('kiosks-cancel')}
      .perform=${() => this.onAnswer(what, kiosk)}
    >
      <p>${words.text(what === 'renew' && kiosk.state !== 'enrolled' ? 'kiosks-renew-text-first' : `kiosks-${what}-text`)}</p>
    </confirm-dialog>`;
  }

  private show(open: Open): void {
    this.said = null;
    this.open = open;
  }

  private readonly onDismissed = (): void => {
    this.open = null;
    // What was done is done: a code may have been used, somebody else may have been faster.
    void this.list.run();
  };

  private readonly onNamed = ({ name, code }: KioskNamed): void => {
    if (code) this.show({ what: 'code', code, name });
    else {
      this.open = null;
      this.said = this.words.text('kiosks-renamed', { name });
    }
    void this.list.run();
  };

  private async onAnswer(what: Question, { id, name }: Kiosk): Promise<void> {
    const calls = this.office.api.kiosks;
    try {
      if (what === 'renew') this.show({ what: 'code', code: await calls.renewCode.mutate({ id }), name });
      else {
        if (what === 'revoke') await calls.revoke.mutate({ id });
        else if (what === 'close') await calls.close.mutate({ id });
        else await calls.setPrinting.mutate({ id, prints: what === 'print-on' });
        this.open = null;
        this.said = this.words.text(saidAfter[what], { name });
      }
    } finally {
      // Also after a refusal: somebody else may have been quicker.
      void this.list.run();
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'office-kiosks': OfficeKiosks;
  }
}
