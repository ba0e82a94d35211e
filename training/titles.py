"""Headings as they are printed, and the lines that stand above several entries."""

from __future__ import annotations

NAMES = {
    "education": "Education;Academic Background;Degrees;Education and Training;Studies;Formación;Ausbildung;Formation;Academic Qualifications",
    "employment": "Experience;Employment;Work Experience;Professional Experience;Academic Positions;Appointments;Research Experience;Industry Experience;Berufserfahrung;Experiencia Laboral;Positions Held;Internships;Employment History",
    "awards": "Awards;Honors and Awards;Honors;Fellowships;Scholarships & Awards;Awards and Recognition;Prizes;Distinctions;Premios;Fellowships and Awards",
    "grants": "Grants;Research Funding;Funding;Grants and Contracts;External Funding;Research Grants;Third-party Funding",
    "publications": "Publications;Selected Publications;Peer-Reviewed Publications;Journal Articles;Papers;Refereed Publications;Working Papers;Books;Publicaciones;Research;Conference Proceedings;Publikationen;Research Papers",
    "projects": "Projects;Research Projects;Selected Projects;Open Source Projects;Personal Projects;Software",
    "talks": "Talks;Presentations;Invited Talks;Conference Presentations;Talks and Seminars;Conferences;Poster Presentations;Vorträge;Seminars",
    "teaching": "Teaching;Teaching Experience;Courses Taught;University Teaching;Lehre;Docencia;Teaching and Mentoring",
    "service": "Service;Professional Service;Academic Service;Professional Activities;Service and Leadership;Leadership;Outreach;Reviewing;Volunteering;Extracurricular Activities;University Service;Conference Organization",
    "skills": "Skills;Technical Skills;Computer Skills;Programming;Skills and Tools;Kenntnisse;Competences;Software Skills;Core Skills",
    "languages": "Languages;Language Skills;Idiomas;Sprachen;Langues;Research Languages",
    "memberships": "Memberships;Professional Memberships;Affiliations;Professional Affiliations;Membership in Societies",
    "students": "Students;Supervision;Student Supervision;Advising;Mentoring;PhD Students;Thesis Advisor;Academic Advising;Students Supervised",
    "certificates": "Certificates;Certifications;Licenses & Certifications;Training;Courses and Certificates",
    "references": "References;Referees;Academic References",
    "other": "Interests;Research Interests;Hobbies;Other;Personal",
    "summary": "Summary;About;Profile;About Me;Research Statement",
}  # fmt: skip
INNER = {
    "publications": ["Journal Articles", "Conference Papers", "Book Chapters", "Preprints", "Under Review", "Workshop Papers", "Books", "Work in Progress", "Peer-reviewed", "Book Reviews"],
    "talks": ["Invited Talks", "Conference Presentations", "Posters", "Seminars", "Panels", "Contributed Talks", "Workshops"],
    "awards": ["Fellowships", "Honors", "Travel Awards", "Scholarships", "Prizes"],
    "teaching": ["Undergraduate Courses", "Workshops", "University Courses", "Guest Lectures"],
    "service": ["Reviewing", "Conference Organization", "University Service", "To the Profession", "Outreach", "Editorial Boards"],
    "employment": ["Academic Positions", "Industry", "Visiting Positions", "Other Experience"],
    "students": ["PhD Students", "Master’s Students", "Undergraduates", "Interns"],
    "grants": ["External", "Internal Grants", "Under Review"],
}  # fmt: skip
GROUPS = {
    "publications": ["In preparation", "Published", "In progress", "Forthcoming", "Submitted", "PUBLISHED", "Accepted"],
    "grants": ["Active", "Completed", "Current", "Pending", "As PI", "As Co-PI", "Under review", "Past"],
    "students": ["PhD students:", "Current", "Former", "Graduated", "Master’s", "Postdocs", "Undergraduate students:"],
    "teaching": ["undergraduate level", "Graduate", "As instructor", "As teaching assistant:", "{school}", "{school}", "Lab Instructor and Grader", "{unit}"],
    "talks": ["Invited", "Contributed", "Posters", "{meeting}", "Upcoming"],
    "service": ["Reviewer for:", "Organizer", "{unit}", "{school}", "Journals", "Program committees:", "Department"],
    "employment": ["{school}", "{firm}", "{school}"],
    "awards": ["{school}", "International", "National", "Graduate"],
    "memberships": ["Current", "Past"], "projects": ["Current", "Completed", "Ongoing"],
}  # fmt: skip
NOTES = [
    "* denotes equal contribution",
    "(Students underlined)",
    "My trainees are in bold.",
    "According to an index of citations, my {n} papers have been cited {n}00 times.",
    "Only grants as PI or co-applicant are listed.",
    "Full list: https://example.org/papers",
    "† corresponding author",
    "Authors in alphabetical order, as is the custom of the field.",
]
