office-unreachable = The portal cannot be reached. Check the connection and try again.
office-loading = Loading…
office-not-found-title = There is no such page
office-menu = Menu
office-of = { $company }, office
problem-changed_meanwhile = Somebody else has changed this meanwhile. Here is how it stands now.
