# SPDX-License-Identifier: EUPL-1.2
"""The words programmes are written with in English, French and Spanish, as data. All folded: no accents, no capitals."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

LANGUAGES: Final = ("en", "fr", "es")

MONTHS: Final[Mapping[str, str]] = {
    "en": "january february march april may june july august september october november december",
    "fr": "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
}
MORE_MONTHS: Final[Mapping[str, int]] = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11,
    "dec": 12, "janv": 1, "fev": 2, "fevr": 2, "avr": 4, "juil": 7, "ene": 1, "abr": 4, "ago": 8, "setiembre": 9, "dic": 12,
}  # fmt: skip

WEEKDAYS: Final[Mapping[str, str]] = {
    "en": "monday tuesday wednesday thursday friday saturday sunday",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "es": "lunes martes miercoles jueves viernes sabado domingo",
}
MORE_WEEKDAYS: Final[Mapping[str, int]] = {
    "mon": 0, "tue": 1, "tues": 1, "wed": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6,
    "lun": 0, "mar": 1, "mer": 2, "jeu": 3, "ven": 4, "sam": 5, "dim": 6, "mie": 2, "jue": 3, "vie": 4, "sab": 5, "dom": 6,
}  # fmt: skip

KINDS: Final[Mapping[str, Mapping[str, str]]] = {
    "workshop": {
        "en": "workshop|regional workshop|ws",
        "fr": "atelier|atelier regional",
        "es": "taller|taller regional",
    },
    "lightning-talks": {
        "en": "lightning talks|lightning talk|lightning session",
        "fr": "interventions eclair|interventions eclairs|atelier eclair|ateliers eclairs",
        "es": "charlas relampago|charla relampago",
    },
    "outlook": {"en": "outlook", "fr": "perspectives", "es": "perspectivas"},
    "plenary": {
        "en": "plenary session|plenary",
        "fr": "seance pleniere|session pleniere|pleniere",
        "es": "sesion plenaria|plenaria|pleno",
    },
    "special-event": {
        "en": "special event|special session",
        "fr": "evenement special|session speciale",
        "es": "acto especial|evento especial|sesion especial",
    },
    "panel": {
        "en": "panel discussion|panel|round table|roundtable",
        "fr": "table ronde|panel",
        "es": "mesa redonda|panel",
    },
    "keynote": {
        "en": "keynote address|keynote speech|keynote",
        "fr": "discours liminaire|discours d'ouverture|allocution principale",
        "es": "discurso principal|ponencia magistral|conferencia magistral",
    },
    "side-meeting": {
        "en": "side event|side meeting|closed meeting|meeting of the|bureau meeting",
        "fr": "evenement parallele|reunion du|reunion de|reunion a huis clos",
        "es": "evento paralelo|reunion del|reunion de|reunion cerrada",
    },
    "opening": {
        "en": "opening session|opening ceremony|official opening|opening of the|opening",
        "fr": "seance d'ouverture|session d'ouverture|ouverture officielle|ouverture de|ouverture du|ouverture",
        "es": "sesion de apertura|acto de apertura|sesion inaugural|inauguracion|apertura",
    },
    "conclusions": {
        "en": "closing session|closing ceremony|closing remarks|conclusions|closing",
        "fr": "seance de cloture|session de cloture|conclusions|cloture",
        "es": "sesion de clausura|acto de clausura|conclusiones|clausura",
    },
    "coffee": {
        "en": "coffee break|coffee|tea break|refreshments|tea and coffee",
        "fr": "pause-cafe|pause cafe|pause the",
        "es": "pausa para el cafe|pausa cafe|pausa-cafe|cafe",
    },
    "lunch": {
        "en": "lunch break|lunch|buffet lunch",
        "fr": "pause dejeuner|pause-dejeuner|pause de midi|dejeuner",
        "es": "almuerzo|pausa para el almuerzo|comida|pausa para comer",
    },
    "break": {"en": "break|short break|health break", "fr": "pause", "es": "pausa|descanso|receso"},
    "reception": {
        "en": "welcome reception|reception|cocktail|drinks",
        "fr": "reception|vin d'honneur|cocktail|verre de l'amitie",
        "es": "recepcion|vino de honor|coctel",
    },
    "social": {
        "en": "dinner|gala dinner|official dinner|conference dinner|social programme|social event|guided tour|cultural programme|concert",
        "fr": "diner|diner de gala|diner officiel|programme social|visite guidee|soiree|concert",
        "es": "cena|cena de gala|cena oficial|programa social|visita guiada|concierto",
    },
    "registration": {
        "en": "registration desk|registration of participants|registration|welcome desk|welcome coffee and registration|accreditation",
        "fr": "accueil des participants|accueil|enregistrement des participants|inscription des participants",
        "es": "acreditacion|registro de participantes|inscripcion de participantes|registro",
    },
    "photo": {
        "en": "group photo|family photo|group photograph|family photograph",
        "fr": "photo de famille|photo de groupe",
        "es": "foto de familia|foto de grupo",
    },
    "press": {
        "en": "press point|press conference|press briefing|media briefing",
        "fr": "point presse|point de presse|conference de presse",
        "es": "encuentro con la prensa|rueda de prensa|conferencia de prensa",
    },
    "technical-test": {"en": "technical test", "fr": "test technique", "es": "prueba tecnica"},
    "milestone": {
        "en": "end of|close of|start of|deadline for|arrival of|departure of",
        "fr": "fin de|fin du|fin des|debut de|debut du|arrivee des|depart des",
        "es": "fin de|fin del|comienzo de|inicio de|llegada de|salida de",
    },
}
"""The phrases a session of each kind begins with."""

TAKEN_OFF: Final = frozenset({"workshop", "lightning-talks", "outlook", "plenary", "special-event"})
"""Kinds whose name, with a colon behind it, is not part of the title."""

NUMBERED: Final = frozenset({"workshop", "lightning-talks", "outlook"})
"""Kinds that have numbers of their own; another's number is printed as typed."""

PARALLEL: Final = (
    r"(?:parallel|simultaneous|concurrent) (?:workshops?|sessions?)|(?:workshops?|sessions?) in parallel|break-?out sessions?|"
    r"ateliers? (?:en )?paralleles?|sessions? (?:en )?paralleles?|"
    r"(?:talleres|sesiones) (?:paralel[oa]s|simultane[oa]s)|(?:talleres|sesiones) en paralelo|"
    r"workshops|ateliers|talleres"
)

ROLES: Final[Mapping[str, Mapping[str, str]]] = {
    "moderator": {
        "en": "moderator|moderators|moderated by|moderation|facilitator",
        "fr": "moderateur|moderatrice|moderateurs|moderatrices|modere par|moderee par|moderation|animateur|animatrice",
        "es": "moderador|moderadora|moderadores|moderadoras|moderador(a)|modera|moderado por|moderacion",
    },
    "chair": {
        "en": "chair|chairs|co-chairs|chaired by|chairperson|chairman|chairwoman",
        "fr": "president|presidente|presidents|presidentes|presidence|presidee par|preside par|president de seance|"
        "presidente de seance",
        "es": "presidente|presidenta|presidentes|presidentas|presidencia|preside|presidida por",
    },
    "speaker": {
        "en": "speaker|speakers|presenter|presenters|presentation by|presentations by|interventions by|with|by",
        "fr": "intervenant|intervenante|intervenants|intervenantes|orateur|oratrice|orateurs|oratrices|interventions de|avec",
        "es": "ponente|ponentes|orador|oradora|oradores|oradoras|intervienen|intervenciones de|con",
    },
    "panellist": {
        "en": "panellist|panellists|panelist|panelists|discussants",
        "fr": "paneliste|panelistes|panellistes",
        "es": "panelista|panelistas|participantes en el panel",
    },
    "keynote": {
        "en": "keynote|keynote speaker|keynote speakers|keynote address|keynote addresses|keynote speech",
        "fr": "discours liminaire|discours liminaires|orateur principal|oratrice principale",
        "es": "discurso principal|discursos principales|ponencia magistral|orador principal|oradora principal",
    },
    "opening-address": {
        "en": "welcome address|welcome addresses|welcome remarks|opening address|opening addresses|opening remarks|welcome|"
        "opening statements",
        "fr": "allocution de bienvenue|allocutions de bienvenue|allocution d'ouverture|allocutions d'ouverture|mots de bienvenue|"
        "mot de bienvenue|discours d'ouverture|discours d’ouverture|allocutions d’ouverture",
        "es": "palabras de bienvenida|discurso de apertura|discursos de apertura|palabras de apertura|bienvenida",
    },
    "rapporteur": {
        "en": "rapporteur|rapporteurs",
        "fr": "rapporteur|rapporteure|rapporteurs|rapporteures|rapporteuse",
        "es": "relator|relatora|relatores|relatoras|relator(a)",
    },
    "secretariat": {"en": "secretariat", "fr": "secretariat", "es": "secretaria"},
}
"""What stands before the people who have a part, with a colon behind it."""

ADDRESS: Final[Mapping[str, str]] = {
    "ms": "Ms", "mrs": "Ms", "miss": "Ms", "mme": "Ms", "mmes": "Ms", "mlle": "Ms", "sra": "Ms", "dna": "Ms", "madame": "Ms",
    "mr": "Mr", "m": "Mr", "mm": "Mr", "sr": "Mr", "monsieur": "Mr", "don": "Mr",
}  # fmt: skip
TITLES: Final[Mapping[str, str]] = {
    "h.e": "H.E.", "he": "H.E.", "s.e": "H.E.", "se": "H.E.", "excmo": "H.E.", "excma": "H.E.", "his excellency": "H.E.",
    "her excellency": "H.E.", "dr": "Dr", "dra": "Dr", "dre": "Dr", "prof": "Prof.", "professor": "Prof.", "pr": "Prof.",
    "judge": "Judge", "juge": "Judge", "juez": "Judge", "jueza": "Judge",
}  # fmt: skip

UNKNOWN_PERSON: Final = (
    r"to be confirmed|to be announced|to be determined|tbc|tba|tbd|t\.b\.c\.?|a confirmer|a preciser|por confirmar|por determinar|"
    r"n\.n\.?"
)
BY_VIDEO: Final = r"by video message|video message|message video|par message video|por mensaje de video|mensaje de video|\(video\)"
REMOTE: Final = (
    r"by video ?link|by video ?conference|online|remote(?:ly)?|a distance|en ligne|par visioconference|a distancia|en linea|"
    r"por videoconferencia"
)

ROOMS: Final = (
    r"room|rooms|salle|salles|sala|salas|hemicycle|hemiciclo|auditorium|auditorio|amphitheatre|amphi|hall|chamber|studio|"
    r"salon|aula"
)
PLACES: Final = (
    r"foyer|lobby|restaurant|restaurante|cafeteria|canteen|cantine|garden|jardin|terrace|terrasse|terraza|entrance|entree|"
    r"hotel|town hall|hotel de ville|ayuntamiento|museum|musee|museo|vestibule|vestibulo|blue restaurant"
)
INTERPRETATION: Final = r"simultaneous interpretation|interpretation|interpretes|interpretacion simultanea|interpretacion|interpretes"
ONLY: Final = r"only|uniquement|seulement|solamente|unicamente|solo"

ACCESS: Final[Mapping[str, str]] = {
    "restricted": r"session a participation restreinte|sesion de participacion restringida|"
    r"restricted participation|restricted|closed (?:session|meeting)|participation restreinte|participacion restringida|"
    r"a puerta cerrada|(?:session|reunion) a huis clos",
    "invited": r"by invitation(?: only)?|invited participants(?: only)?|invitation only|sur invitation|solo por invitacion|"
    r"por invitacion",
    "media": r"open to (?:the )?(?:media|press)|ouvert(?:e)? a la presse|ouvert(?:e)? aux medias|abiert[oa] a la prensa",
    "public": r"open to (?:the )?public|ouvert(?:e)? au public|abiert[oa] al publico",
    "registered": r"registered participants(?: only)?|participants inscrits|participantes inscritos",
}

DRAFT: Final = (
    r"(?:draft|provisional|preliminary|tentative) (?:programme|program|agenda)|projet de programme|programme provisoire|"
    r"programme preliminaire|ordre du jour provisoire|programa (?:provisional|preliminar)|proyecto de programa|"
    r"borrador del? programa|draft|provisoire|provisional"
)
FINAL: Final = (
    r"final programme|final program|programme final|programme definitif|programa (?:final|definitivo)"
)
PROGRAMME: Final = (
    r"(?:detailed |full )?(?:programme|program|agenda)(?: at a glance)?|ordre du jour|apercu du programme|"
    r"programme (?:detaille|complet)|programa(?: detallado| completo)?|resumen del programa|orden del dia|timetable|schedule|"
    r"horaire|horario|programme of the conference|programme in detail|programme en detail|programa en detalle"
)

SECTIONS: Final[Mapping[str, str]] = {
    "special-event": r"special events?|evenements? speciaux|evenement special|actos? especial(?:es)?|session speciale",
    "workshops": r"workshops|topics|themes|ateliers|sujets|talleres|temas|list of workshops|liste des ateliers|"
    r"workshops? and (?:other )?sessions",
    "participation": r"participation|participacion|registration|inscriptions?|inscripcion(?:es)?|"
    r"participation and registration|registro",
    "contact": r"contacts?|contact (?:us|persons?|details)|contacto|secretariat|contactos",
    "introduction": r"introduction|background|contexte|introduccion|antecedentes|about the conference|presentation",
    "funding": r"funding|financement|financiacion|donors|donateurs|donantes",
    "rooms": r"rooms|salles|salas",
    "related": r"related meetings?|reunions? connexes?|reunion(?:es)? relacionadas?",
}

COLUMNS: Final[Mapping[str, str]] = {
    "time": r"time|times|hour|hours|heure|heures|horaire|horaires|hora|horas|horario",
    "date": r"date|day|jour|fecha|dia",
    "end": r"end|until|fin|to",
    "start": r"start|from|begin|debut|inicio|comienzo",
    "title": r"title|session|sessions|activity|event|titre|seance|activite|titulo|sesion|actividad|programme|programa|item|topic|"
    r"subject|sujet|tema|description",
    "room": r"room|rooms|venue|place|location|salle|lieu|sala|lugar",
    "people": r"speaker|speakers|intervenant|intervenants|orateurs|ponente|ponentes|presenter|presenters|by",
    "moderator": r"moderator|moderators|moderateur|moderatrice|moderador|moderadora|chair",
    "languages": r"languages?|interpretation|langues?|idiomas?",
}

ROOM_COLUMNS: Final[Mapping[str, str]] = {
    "name": r"rooms?|salles?|salas?",
    "building": r"building|batiment|edificio",
    "capacity": r"seats|capacity|places|capacite|plazas|aforo",
    "languages": r"interpretation|interpretacion",
}
"""The heads of a table of the rooms."""

REGISTRATION: Final = r"registration|register|inscriptions?|inscrire|registro|inscripcion(?:es)?|inscribirse"
WORKING_LANGUAGES: Final = (
    r"working languages?|langues? de travail|idiomas? de trabajo|lenguas? de trabajo|official languages?"
)
FUNDED: Final = (
    r"voluntary contributions?|funded by|financed by|co-?funded|contributions? volontaires?|financee? par|cofinancee? par|"
    r"contribuciones voluntarias|financiad[oa] por|cofinanciad[oa]"
)
RELATED: Final = (
    r"(?:will be |is |are )?(?:preceded|followed) by|in the margins of|back[- ]to[- ]back with|(?:sera |est )?(?:precedee?|suivie?) "
    r"(?:par|de la|de l'|du|d'une|d'un|de)|en marge de|(?:estara |ira |sera )?(?:precedid[oa]|seguid[oa]) (?:por|de)"
)
TAKES_PLACE: Final = r"takes place|will take place|is held|will be held|meets|se tient|se tiendra|aura lieu|se celebra(?:ra)?|tendra lugar"
BESIDE: Final = r"day before|day after|eve of|la veille|le lendemain|la vispera|el dia (?:anterior|siguiente)|before the conference"

COUNTRIES: Final[Mapping[str, str]] = {
    "usa": "US", "u.s.a": "US", "united states of america": "US", "us": "US", "etats-unis d'amerique": "US", "ee.uu": "US",
    "eeuu": "US", "uk": "GB", "u.k": "GB", "great britain": "GB", "england": "GB", "grande-bretagne": "GB", "gran bretana": "GB",
    "czech republic": "CZ", "republique tcheque": "CZ", "republica checa": "CZ", "russian federation": "RU",
    "federation de russie": "RU", "federacion de rusia": "RU", "turkey": "TR", "turquie": "TR", "turquia": "TR", "turkiye": "TR",
    "republic of moldova": "MD", "republique de moldova": "MD", "republica de moldova": "MD", "korea": "KR",
    "republic of korea": "KR", "macedonia": "MK", "the netherlands": "NL", "holland": "NL", "viet nam": "VN", "cape verde": "CV",
    "cote d'ivoire": "CI", "ivory coast": "CI", "bosnia and herzegovina": "BA", "slovak republic": "SK", "vatican": "VA",
    "holy see": "VA", "saint-siege": "VA", "syria": "SY", "tanzania": "TZ", "laos": "LA", "bolivia": "BO", "iran": "IR",
}  # fmt: skip
"""Names of countries beside those of the languages' own tables."""

COMMON: Final[Mapping[str, str]] = {
    "en": "the of and in to for on by with from is are will be at an this that what how who as their our its",
    "fr": "le la les des du et en pour par avec dans sur est sont aux une un au ce cette qui que leurs ses d' l'",
    "es": "el la los las del y en para por con una un al que se es son sus como este esta",
}
"""Words that give a language away."""
