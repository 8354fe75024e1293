/** Reminders are written beside the exchange, one job at a time. */
export const remindingQueue = 'reminders';
export const remindingKinds = ['remind-readings', 'remind-verifications'] as const;
