CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL,
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
CREATE TABLE community (
    id INTEGER NOT NULL,
    name VARCHAR NOT NULL,
    locale VARCHAR NOT NULL,
    time_zone VARCHAR NOT NULL,
    text_version INTEGER NOT NULL,
    PRIMARY KEY (id)
);
CREATE TABLE fact (
    name VARCHAR NOT NULL,
    value VARCHAR NOT NULL,
    PRIMARY KEY (name)
);
CREATE TABLE audit (
    id INTEGER NOT NULL,
    community_id INTEGER NOT NULL,
    at DATETIME NOT NULL,
    actor_id INTEGER,
    subject VARCHAR NOT NULL,
    subject_id INTEGER NOT NULL,
    "before" VARCHAR NOT NULL,
    "after" VARCHAR NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(community_id) REFERENCES community (id)
);
CREATE TABLE community_text (
    community_id INTEGER NOT NULL,
    kind VARCHAR NOT NULL,
    locale VARCHAR NOT NULL,
    words VARCHAR NOT NULL,
    PRIMARY KEY (community_id, kind, locale),
    FOREIGN KEY(community_id) REFERENCES community (id)
);
CREATE TABLE member (
    id INTEGER NOT NULL,
    community_id INTEGER NOT NULL,
    name VARCHAR NOT NULL,
    locale VARCHAR NOT NULL,
    time_zone VARCHAR NOT NULL,
    role VARCHAR NOT NULL,
    headline VARCHAR NOT NULL,
    external BOOLEAN NOT NULL,
    joined_at DATETIME NOT NULL,
    consented_at DATETIME,
    consent_version INTEGER,
    welcomed_at DATETIME,
    paused_until DATETIME,
    left_at DATETIME,
    PRIMARY KEY (id),
    FOREIGN KEY(community_id) REFERENCES community (id)
);
CREATE TABLE space (
    id INTEGER NOT NULL,
    community_id INTEGER NOT NULL,
    connector VARCHAR NOT NULL,
    external_id VARCHAR NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(community_id) REFERENCES community (id),
    UNIQUE (connector, external_id)
);
CREATE TABLE ask (
    id INTEGER NOT NULL,
    community_id INTEGER NOT NULL,
    requester_id INTEGER NOT NULL,
    need VARCHAR NOT NULL,
    context VARCHAR NOT NULL,
    state VARCHAR NOT NULL,
    outcome VARCHAR,
    opened_at DATETIME NOT NULL,
    closed_at DATETIME,
    PRIMARY KEY (id),
    FOREIGN KEY(community_id) REFERENCES community (id),
    FOREIGN KEY(requester_id) REFERENCES member (id)
);
CREATE TABLE conversation (
    id INTEGER NOT NULL,
    space_id INTEGER NOT NULL,
    place VARCHAR NOT NULL,
    revision INTEGER NOT NULL,
    heard_at DATETIME, pressed VARCHAR,
    PRIMARY KEY (id),
    FOREIGN KEY(space_id) REFERENCES space (id),
    UNIQUE (space_id, place)
);
CREATE TABLE identity (
    id INTEGER NOT NULL,
    space_id INTEGER NOT NULL,
    member_id INTEGER NOT NULL,
    external_id VARCHAR NOT NULL,
    direct_place VARCHAR NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(member_id) REFERENCES member (id),
    FOREIGN KEY(space_id) REFERENCES space (id),
    UNIQUE (space_id, external_id)
);
CREATE TABLE inbox (
    id INTEGER NOT NULL,
    space_id INTEGER NOT NULL,
    event_id VARCHAR NOT NULL,
    place VARCHAR NOT NULL,
    sender VARCHAR,
    state VARCHAR NOT NULL,
    payload JSON,
    received_at DATETIME NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(space_id) REFERENCES space (id),
    UNIQUE (space_id, event_id)
);
CREATE TABLE local_message (
    n INTEGER NOT NULL,
    space_id INTEGER NOT NULL,
    place VARCHAR NOT NULL,
    author VARCHAR NOT NULL,
    author_name VARCHAR NOT NULL,
    at DATETIME NOT NULL,
    token VARCHAR,
    payload JSON NOT NULL,
    outbox_id INTEGER,
    PRIMARY KEY (n),
    FOREIGN KEY(space_id) REFERENCES space (id),
    UNIQUE (outbox_id)
);
CREATE TABLE outbox (
    id INTEGER NOT NULL,
    space_id INTEGER NOT NULL,
    place VARCHAR NOT NULL,
    member_id INTEGER,
    purpose VARCHAR NOT NULL,
    payload JSON,
    state VARCHAR NOT NULL,
    attempts INTEGER NOT NULL,
    reason VARCHAR,
    platform_id VARCHAR,
    created_at DATETIME NOT NULL,
    next_at DATETIME NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(space_id) REFERENCES space (id)
);
CREATE TABLE place (
    id INTEGER NOT NULL,
    space_id INTEGER NOT NULL,
    "key" VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    title VARCHAR NOT NULL,
    platform_id VARCHAR,
    PRIMARY KEY (id),
    FOREIGN KEY(space_id) REFERENCES space (id),
    UNIQUE (space_id, "key")
);
CREATE TABLE profile_entry (
    id INTEGER NOT NULL,
    member_id INTEGER NOT NULL,
    kind VARCHAR NOT NULL,
    words VARCHAR NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(member_id) REFERENCES member (id)
);
CREATE TABLE profile_term (
    id INTEGER NOT NULL,
    community_id INTEGER NOT NULL,
    member_id INTEGER NOT NULL,
    entry_id INTEGER NOT NULL,
    stem VARCHAR NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(member_id) REFERENCES member (id)
);
CREATE TABLE dialogue (
    id INTEGER NOT NULL,
    conversation_id INTEGER NOT NULL,
    member_id INTEGER NOT NULL,
    name VARCHAR NOT NULL,
    args JSON NOT NULL,
    answers JSON NOT NULL,
    given JSON NOT NULL,
    pending JSON,
    token VARCHAR,
    said INTEGER NOT NULL,
    status VARCHAR NOT NULL,
    floor BOOLEAN NOT NULL,
    asked_at DATETIME,
    due_at DATETIME,
    PRIMARY KEY (id),
    FOREIGN KEY(conversation_id) REFERENCES conversation (id),
    FOREIGN KEY(member_id) REFERENCES member (id)
);
CREATE TABLE introduction (
    id INTEGER NOT NULL,
    ask_id INTEGER NOT NULL,
    helper_id INTEGER NOT NULL,
    state VARCHAR NOT NULL,
    reason VARCHAR NOT NULL,
    question VARCHAR NOT NULL,
    details VARCHAR NOT NULL,
    again BOOLEAN NOT NULL,
    room VARCHAR,
    requested_at DATETIME,
    decided_at DATETIME,
    due_at DATETIME,
    PRIMARY KEY (id),
    FOREIGN KEY(ask_id) REFERENCES ask (id),
    FOREIGN KEY(helper_id) REFERENCES member (id)
);
CREATE TABLE place_member (
    place_id INTEGER NOT NULL,
    member_id INTEGER NOT NULL,
    PRIMARY KEY (place_id, member_id),
    FOREIGN KEY(member_id) REFERENCES member (id),
    FOREIGN KEY(place_id) REFERENCES place (id)
);
CREATE TABLE thanks (
    id INTEGER NOT NULL,
    introduction_id INTEGER NOT NULL,
    giver_id INTEGER NOT NULL,
    receiver_id INTEGER NOT NULL,
    words VARCHAR NOT NULL,
    given_at DATETIME NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(giver_id) REFERENCES member (id),
    FOREIGN KEY(introduction_id) REFERENCES introduction (id),
    FOREIGN KEY(receiver_id) REFERENCES member (id)
);
CREATE INDEX ix_member_community_id ON member (community_id);
CREATE INDEX ix_ask_community_id ON ask (community_id);
CREATE INDEX ix_ask_requester_id ON ask (requester_id);
CREATE INDEX ix_identity_direct_place ON identity (space_id, direct_place);
CREATE INDEX ix_identity_member_id ON identity (member_id);
CREATE INDEX ix_inbox_pending ON inbox (id) WHERE state = 'pending';
CREATE INDEX ix_inbox_received_at ON inbox (received_at);
CREATE INDEX ix_local_message_at ON local_message (at);
CREATE INDEX ix_local_message_place ON local_message (space_id, place, n);
CREATE INDEX ix_outbox_created_at ON outbox (created_at);
CREATE INDEX ix_outbox_member_id ON outbox (member_id);
CREATE INDEX ix_outbox_next ON outbox (next_at) WHERE state = 'queued';
CREATE INDEX ix_outbox_order ON outbox (id) WHERE state = 'queued';
CREATE INDEX ix_outbox_queued ON outbox (space_id, place, id) WHERE state = 'queued';
CREATE INDEX ix_profile_entry_member_id ON profile_entry (member_id);
CREATE INDEX ix_profile_term_member_id ON profile_term (member_id);
CREATE INDEX ix_profile_term_stem ON profile_term (community_id, stem);
CREATE INDEX ix_dialogue_broken ON dialogue (id) WHERE status = 'broken';
CREATE INDEX ix_dialogue_conversation_id ON dialogue (conversation_id);
CREATE INDEX ix_dialogue_due_at ON dialogue (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX ix_dialogue_member_id ON dialogue (member_id);
CREATE INDEX ix_dialogue_token ON dialogue (token);
CREATE INDEX ix_introduction_ask_id ON introduction (ask_id);
CREATE INDEX ix_introduction_due_at ON introduction (due_at);
CREATE INDEX ix_introduction_helper_id ON introduction (helper_id);
CREATE INDEX ix_place_member_member_id ON place_member (member_id);
CREATE INDEX ix_thanks_introduction_id ON thanks (introduction_id);
CREATE INDEX ix_thanks_receiver_id ON thanks (receiver_id);
