"""JSON-LD, as rdflib reads it: without the network, into triples of schema.org."""

from __future__ import annotations

import pytest
from rdflib import RDF, Graph, Literal, Namespace, URIRef

from cvparse import exporters
from cvparse.cv import CV
from cvparse.records.employment import Employment
from cvparse.records.person import Person
from cvparse.records.teaching import Teaching
from filled import filled, having, profile, works

# rdflib's own reader warns of rdflib's own class.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")

SDO = Namespace("https://schema.org/")


def graph(cv: CV) -> Graph:
    return Graph().parse(data=exporters.export(cv, "jsonld").data, format="json-ld")


def test_profile() -> None:
    found = graph(profile())
    articles = set(found.subjects(RDF.type, SDO.ScholarlyArticle))
    assert len(articles) == 21
    titles = {str(title) for one in articles for title in found.objects(one, SDO.name)}
    assert titles == {work.title for work in profile().publications}
    signed = sum(len(list(found.objects(one, SDO.author))) for one in articles)
    assert signed == sum(len(work.authors) for work in profile().publications)
    (owner,) = found.subjects(SDO.jobTitle, None)
    assert (owner, SDO.name, Literal("Haekyu Park")) in found
    assert len(list(found.objects(owner, SDO.alumniOf))) == 2
    assert len(list(found.objects(owner, SDO.award))) == 5


@pytest.mark.parametrize("cv", [filled(), having()], ids=["filled", "empty"])
def test_every_property_is_schema_orgs(cv: CV) -> None:
    predicates = {str(predicate) for predicate in graph(cv).predicates(unique=True)}
    assert all(one.startswith((str(SDO), str(RDF))) for one in predicates)


def test_addresses_are_nodes() -> None:
    person = Person(name="Ada Roe", orcid="0000-0002-1825-0097", urls=("https://example.org/ada",))
    found = graph(having(person=person))
    (owner,) = found.subjects(SDO.sameAs, URIRef("https://orcid.org/0000-0002-1825-0097"))
    assert (owner, SDO.url, URIRef("https://example.org/ada")) in found
    found = graph(works({"title": "Wind", "doi": "10.5555/w", "arxiv": "1706.03762"}))
    assert set(found.objects(None, SDO.sameAs)) == {
        URIRef("https://doi.org/10.5555/w"),
        URIRef("https://arxiv.org/abs/1706.03762"),
    }


def test_what_the_owner_does_is_the_owners() -> None:
    course = Teaching(course="Kites")
    found = graph(having(person=Person(name="Ada Roe"), teaching=(course,)))
    (owner,) = found.subjects(SDO.name, Literal("Ada Roe"))
    (taught,) = found.subjects(RDF.type, SDO.CourseInstance)
    assert (taught, SDO.instructor, owner) in found


def test_posts_are_dated_roles() -> None:
    now = Employment(organization="Roe Hall", position="Reader", start_date="2020", is_current=True)
    past = Employment(organization="Poe Hall", start_date="2019-21", end_date="2020-05")
    cv = having(employment=(now, past))
    found = graph(cv)
    (role,) = (
        one
        for one in found.subjects(RDF.type, SDO.OrganizationRole)
        if (one, SDO.worksFor, None) in found
    )
    assert (role, SDO.startDate, Literal("2020")) in found
    assert (role, SDO.roleName, Literal("Reader")) in found
    losses = exporters.export(cv, "jsonld").losses
    assert losses == ("`employment`: `start_date` keeps no season in schema.org (1 of 2 records).",)
