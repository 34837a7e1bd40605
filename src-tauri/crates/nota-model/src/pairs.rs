//! Named parts as an object whose parts keep their order, for serde's `with`.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{MapAccess, Visitor};
use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Writes the parts as an object, in their order.
///
/// # Errors
///
/// When the serializer refuses.
pub fn serialize<V: Serialize, S: Serializer>(
    parts: &[(String, V)],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(Some(parts.len()))?;
    for (name, value) in parts {
        map.serialize_entry(name, value)?;
    }
    map.end()
}

/// Reads an object; a name that stands there twice is kept twice.
///
/// # Errors
///
/// When it is no object or a part is no `V`.
pub fn deserialize<'de, V: Deserialize<'de>, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Vec<(String, V)>, D::Error> {
    struct Parts<V>(PhantomData<V>);

    impl<'de, V: Deserialize<'de>> Visitor<'de> for Parts<V> {
        type Value = Vec<(String, V)>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("an object")
        }

        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
            let mut parts = Vec::new();
            while let Some(entry) = map.next_entry()? {
                parts.push(entry);
            }
            Ok(parts)
        }
    }

    deserializer.deserialize_map(Parts(PhantomData))
}
