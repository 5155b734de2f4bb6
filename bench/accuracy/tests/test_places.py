"""The forms of LGL and GeoWebNews, and the scores of places."""

from ..corpora import toponyms
from ..tasks import places
from . import made

TEXT = "From Tarn to Brill by mule."
LGL = f"""<articles><article><text>{TEXT}</text><dltime>2009-05-01 10:00</dltime><toponyms>
<toponym><start>5</start><end>9</end><gaztag geonameid="11"><lat>10.0</lat><lon>20.0</lon></gaztag></toponym>
<toponym><start>13</start><end>18</end><gaztag geonameid="12"><lat>0</lat><lon>0</lon></gaztag></toponym>
<toponym><start>22</start><end>26</end></toponym>
</toponyms></article></articles>"""
GEOWEBNEWS = f"""<articles><article><text>{TEXT}</text><toponyms>
<toponym><start>5</start><end>9</end><geonamesID>11</geonamesID><latitude>10</latitude><longitude>20</longitude></toponym>
<toponym><start>13</start><end>18</end><geonamesID></geonamesID><nonLocational>Yes</nonLocational></toponym>
</toponyms></article></articles>"""


def mention(words, geonameid, lat, lon, kind="place"):
    place = {"geonameid": geonameid, "lat": lat, "lon": lon}
    return {**made.at(TEXT, words), "kind": kind, "place": place}


class Places(made.Files):
    def tally(self, *mentions, xml=LGL):
        articles = toponyms.read(self.write("geo/places.xml", xml))
        return places.scored(articles, {"a0": made.made(TEXT, mentions, name="a0")})

    def test_forms(self):
        (article,) = toponyms.read(self.write("geo/lgl.xml", LGL))
        self.assertEqual(article.published_at, "2009-05-01")
        self.assertEqual(article.toponyms[0], (5, 9, "11", 10.0, 20.0))
        self.assertEqual((len(article.toponyms), len(article.annotated)), (2, 3))
        (article,) = toponyms.read(self.write("geo/GWN.xml", GEOWEBNEWS))
        self.assertEqual(article.toponyms, [(5, 9, "11", 10.0, 20.0)])
        self.assertEqual(len(article.annotated), 2)

    def test_right_places_have_every_point(self):
        tally = self.tally(mention("Tarn", 11, 10.0, 20.0), mention("Brill", 12, 0, 0, kind="country"))
        self.assertEqual(tally.figures(), (100, 100, 100))

    def test_a_place_nearby_is_near_and_not_the_same(self):
        # A degree of latitude is 111 km, two are 222.
        tally = self.tally(mention("Tarn", 7, 11.0, 20.0), mention("Brill", 8, 2.0, 0))
        self.assertEqual(tally.figures(), (100, 0, 50))

    def test_a_missed_one_lowers_what_is_found_alone(self):
        self.assertEqual(self.tally(mention("Tarn", 11, 10.0, 20.0)).figures(), (50, 100, 100))

    def test_of_two_mentions_the_one_that_shares_more_counts(self):
        tally = self.tally(mention("n", 7, 0, 0), mention("Tarn to", 11, 10.0, 20.0))
        self.assertEqual((tally.found, tally.same), (1, 1))

    def test_precision_counts_toponyms_without_an_id(self):
        tally = self.tally(mention("mule", 7, 0, 0), mention("From", 8, 0, 0))
        self.assertEqual((tally.annotated, tally.predicted), (1, 2))

    def test_a_mention_without_a_place_does_not_count(self):
        self.assertEqual(self.tally({**made.at(TEXT, "Tarn"), "kind": "person"}).predicted, 0)

    def test_distance(self):
        self.assertAlmostEqual(places.km(0, 0, 0, 90), 10007.5, places=0)
