/** What is owed and how to pay come together: the one leads to the other. */
import './debt.ts';
import './pay.ts';
