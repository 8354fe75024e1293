/** The screens for those who are not in yet. They lead to each other, so they come together. */
import './confirm-email.ts';
import './forgot-password.ts';
import './register.ts';
import './set-password.ts';
