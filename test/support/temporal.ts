// The rules expect Temporal to be there, as the entry points of the server and the web app make sure.
import 'temporal-polyfill/global';
