import type { Staff } from '../../../shared/staff.ts';

/** Somebody has brought both factors: the browser has a session now. */
export class StaffEntered extends Event {
  static readonly type = 'staff-entered';
  readonly staff: Staff;

  constructor(staff: Staff) {
    super(StaffEntered.type, { bubbles: true, composed: true });
    this.staff = staff;
  }
}

/** Back to the password: because somebody wishes so, or the second step does not hold any more. */
export class StepLeft extends Event {
  static readonly type = 'step-left';
  readonly lapsed: boolean;

  constructor({ lapsed }: { lapsed: boolean }) {
    super(StepLeft.type, { bubbles: true, composed: true });
    this.lapsed = lapsed;
  }
}

declare global {
  interface HTMLElementEventMap {
    'staff-entered': StaffEntered;
    'step-left': StepLeft;
  }
}
