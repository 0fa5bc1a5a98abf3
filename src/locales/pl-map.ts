import type { Dictionary } from './en.js';

/** Words of `<place-map>` in Polish. */
export const map: Dictionary['map'] = {
  label: 'Mapa: {}',
  places: 'Miejsca',
  zoomIn: 'Powiększ',
  zoomOut: 'Pomniejsz',
  whole: 'Wszystkie miejsca',
  keys: 'Plus i minus zmieniają skalę, strzałki przesuwają mapę, 0 pokazuje wszystkie miejsca. Lista miejsc mówi to samo słowami.',
  fingers: 'Dwa palce przesuwają mapę i zmieniają skalę.',
  today: 'Dzisiejsze granice',
  todayLine: 'Granice dzisiejsze, nie z tamtego czasu',
  certainty: {
    exact: 'położenie dokładne',
    approximate: 'położenie przybliżone',
    uncertain: 'położenie niepewne',
    none: 'nie ma na mapie: nie podano położenia',
  },
  within: 'z dokładnością do {} km',
  outside: 'Poza widokiem: {}.',
  otherTime: 'Pusty pierścień: brak wydarzeń w pokazanym czasie.',
  doubt: 'Przerywane koło: położenie nie jest dokładnie znane.',
  bare: 'Zbiór danych nie ma mapy: nie narysowano wybrzeży ani granic.',
  failed: 'Nie udało się wczytać wybrzeży i granic; narysowano tylko miejsca.',
  names: 'Nazwy',
  hidden: 'Poza pokazanym czasem: {}',
  none: 'Nie wymieniono żadnego miejsca.',
  noEvents: 'Żadne wydarzenie ze zbioru nie jest tu umieszczone.',
};
