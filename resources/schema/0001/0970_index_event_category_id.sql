CREATE INDEX event_category_id ON event (category_id)
