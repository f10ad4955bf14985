export const texts = {
  'nav.work': 'My work',
  'nav.situation': 'Situation',
  'nav.warnings': 'Warnings',
  'nav.network': 'Network',
  'nav.directory': 'Directory',
  'nav.mandates': 'Mandates',
  'nav.record': 'Record',
  'nav.administration': 'Administration',
  'command.warning': 'Write a new warning',
  'command.signOut': 'Sign out',
  'toast.warning': 'Something new has arrived under Warnings.',
}
