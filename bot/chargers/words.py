"""Words with a meaning of their own in the names of chargers and of their makers."""

from bot.names.vocabulary import Vocabulary, phrase_set, word_set

RATING_UNIT = "kw"

# Kinds of product, in the languages of the countries with most charging points in Europe:
# https://alternative-fuels-observatory.ec.europa.eu/
_GENERIC = word_set("""
charger chargers charging charge charge-point chargepoint chargingstation wallbox wallboxes
station stations point points pole post ev evse evcharger car electric vehicle
ocpp ladestation ladesäule lader ladegerät ladepunkt
ladeeinheit säule borne chargeur recharge cargador punto colonnina stazione ricarica
laadpaal laadstation laadpunt laddbox laddstation laddare ladestasjon latausasema lataus
""")
_KINDS = word_set("""
wallbox wallboxes station stations ladestation ladestationen wallboxen borne bornes cargadores
laddare laders lader chargeurs
laadpalen laadpunten laadstations ladesäulen ladegeräte ladepunkte laddboxar laddstationer
ladestandere ladestasjoner latausasemat ładowarki ładowarek stacje colonnine stazioni caricatori
estaciones puntos carregadores nabíječky
""")
_TRADE = word_set("""
charging charge chargepoint chargepoints wallbox ev evse emobility e-mobility mobility mobilität
electric electrics electrical electro elektro elektrik energy energie energia power ladetechnik
ladestationen
""")
_ATTRIBUTES = word_set("""
ac dc kw kva a amp amps ampere volt w wh kwh phase phases phasig einphasig dreiphasig
1-phasig 3-phasig 1-phase 3-phase ph hz ip ccs ccs1 ccs2 chademo schuko t1 t2 t2s j1772 nacs
socket sockets plug outlet outlets cable cables kabel tethered untethered attached fixed integrated
steckdose buchse stecker ladekabel câble prise cavo presa kabelgebunden
rfid nfc lte 4g 5g 3g gsm wifi wlan wi-fi lan ethernet bluetooth modbus rtu tcp eth mid
zähler calibrated eichrecht eichrechtskonform eichrechtkonform ocpp pedestal pole
""")
_PAIRS = phrase_set("""
plug and charge; plug & charge; park and charge; park & charge; scan and charge; work and charge
plug and go; power and energy
""")
VOCABULARY = Vocabulary(
    generic=_GENERIC, trade=_TRADE, attributes=_ATTRIBUTES, kinds=_KINDS, pairs=_PAIRS
)
