/** The list of bills and one bill come together: whoever sees the one goes on to the other. */
import './bill.ts';
import './bills.ts';
